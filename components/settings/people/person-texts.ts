import { ApiProblem } from "@/lib/client/request";
import type { Person } from "@/lib/contracts/people";

const TICKED = "ticked";
const NOT_TICKED = "not ticked";

/** What an admin changes about somebody, as the texts that a versioned form compares. */
export interface PersonTexts extends Readonly<Record<string, string>> {
  name: string;
  admin: string;
  executive: string;
}

/** A box as a text, and back. */
export const boxText = (on: boolean): string => (on ? TICKED : NOT_TICKED);
export const isTicked = (text: string): boolean => text === TICKED;

/** A person as texts. */
export const personTexts = ({ name, admin, executive }: Pick<Person, "name" | "admin" | "executive">) => ({
  name,
  admin: boxText(admin),
  executive: boxText(executive),
});

/** The texts as the API takes them. */
export const personChange = ({ name, admin, executive }: PersonTexts) => ({
  name,
  admin: isTicked(admin),
  executive: isTicked(executive),
});

const isPerson = (value: unknown): value is Person =>
  typeof value === "object" && value !== null && "name" in value && "admin" in value && "executive" in value;

/** A refusal with what is there now as texts, so that the form can lay it beside what was typed. */
export function conflictInTexts(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || !isPerson(error.problem.current)) return error;
  const { current } = error.problem;
  return new ApiProblem({ ...error.problem, current: { ...personTexts(current), version: current.version } });
}
