import { SERVICE_TEXTS, type ServiceTextName, textFault } from "../domain/service-texts";
import { codePoints, isBlank, isStorable } from "../domain/text";

/** Why a text cannot be taken, in words; null when it can. */
export function textProblem(text: string, most: number): string | null {
  if (!isStorable(text)) return "holds a character that text cannot carry (NUL or half of a pair)";
  if (codePoints(text) > most) return `is longer than ${most.toLocaleString("en")} characters`;
  return null;
}

/** The same for a fact of a service in words. */
export function serviceTextProblem(name: ServiceTextName, text: string): string | null {
  const fault = textFault(name, text);
  return fault ? FAULTS[fault] : textProblem(text, SERVICE_TEXTS[name].most);
}

const FAULTS = {
  lines: "has more than one line",
  runs: "is an address that a browser would run, not a link",
} as const;

/** The same for a text in which something must be written. */
export function nameProblem(text: string, most: number): string | null {
  return isBlank(text) ? "is empty" : textProblem(text, most);
}

/** A text from a file as it is shown in a sentence: short, on one line. */
export function shown(text: string): string {
  const line = text.toWellFormed().replaceAll("\u0000", "\ufffd").replace(/\s+/g, " ").trim();
  return codePoints(line) > 80 ? `${[...line].slice(0, 79).join("")}…` : line;
}

/** Keeps the first few of a list. @param what its name, for the note when some are left out */
export function firstOf<T>(list: readonly T[], most: number, what: string, notes: string[]): T[] {
  if (list.length > most) notes.push(`Only the first ${most} ${what} of ${list.length} are taken.`);
  return list.slice(0, most);
}
