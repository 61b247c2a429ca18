import type { Turn } from "@/lib/contracts/launch-parts";
import { countedInWords } from "@/lib/domain/words";
import { oneOf, roleWord } from "./launch-words";

/**
 * What is to be done, in a few words: "Sign again for security".
 * @param title of its question; null in lists, which name none @param count how many of its kind it stands for
 */
export function turnText(
  { what, role }: Pick<Turn, "what" | "role">,
  title: string | null,
  count = 1,
): string {
  const gap = title === null ? null : `“${title}”`;
  const inRole = role === null ? "" : ` for ${roleWord(role)}`;
  switch (what) {
    case "name_signer":
      return `Name who signs${inRole}`;
    case "dispose":
      return `Decide on ${count > 1 ? countedInWords(count, "blocker") : (gap ?? "a blocker")}`;
    case "decide_waiver":
      return gap === null ? "Decide on a waiver" : `Decide on the waiver for ${gap}`;
    case "condition":
      return gap === null ? "Meet a condition" : `Finish ${gap}`;
    case "sign":
      return `Sign${inRole}`;
    case "sign_again":
      return `Sign again${inRole}`;
    case "close":
      return "Record how it went";
    case "review":
      return "Write the review";
  }
}

/** Who can do it: "Li Wen or Sam Adeyemi", and whoever may where nobody is named. */
export function turnPeople(
  { what, people }: Pick<Turn, "what" | "people">,
  nameOf: (id: string) => string,
  teams: readonly string[],
): string {
  if (people.length > 0) return oneOf(people.map(nameOf));
  if (what === "decide_waiver") return "an admin or executive, but not who asked for it";
  if (what === "review") return "somebody who did not launch it";
  return teams.length === 0 ? "the facilitator" : `anybody of ${oneOf(teams)}`;
}

/** When it is due, and whether that is over; null without a day. Days are YYYY-MM-DD. */
export function turnDue(
  { dueOn }: Pick<Turn, "dueOn">,
  today: string,
): { dueOn: string; late: boolean } | null {
  return dueOn === null ? null : { dueOn, late: dueOn < today };
}
