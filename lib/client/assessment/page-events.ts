import type { AnswerKeeper } from "./answer-keeper";
import { wouldLose } from "./local";
import { whoIsHere } from "./who-is-here";

/**
 * Lets a keeper hear what happens to the page: back online, looked at again, about to be left. Runs as long as the page
 * does, also while another screen is shown, so that what was typed is saved when the server comes back.
 * @param adopt takes up what tabs that were closed meanwhile left behind
 */
export function hearPageEvents(keeper: AnswerKeeper, me: string, adopt: () => Promise<void>): void {
  const look = async () => {
    if (document.visibilityState !== "visible") return;
    keeper.retryAll("retrying");
    const person = await whoIsHere();
    if (person === undefined) return;
    keeper.block(person !== null && person !== me);
    await adopt();
  };
  addEventListener("online", () => keeper.retryAll("retrying"));
  addEventListener("focus", () => void look());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keeper.flushAll();
    else void look();
  });
  addEventListener("beforeunload", (event) => {
    if (wouldLose(keeper.book.locals())) event.preventDefault();
  });
}
