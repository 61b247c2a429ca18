import { counted } from "@/lib/domain/words";

/** The page that lists everything that waits. */
export const WAITING_HREF = "/work";

/** How much waits, as the bell says it: "3 things wait for you". @param count undefined while nobody knows */
export const waitingWords = (count: number | undefined): string => {
  if (count === undefined) return "What waits for you";
  if (count === 0) return "Nothing waits for you";
  return `${counted(count, "thing")} ${count === 1 ? "waits" : "wait"} for you`;
};
