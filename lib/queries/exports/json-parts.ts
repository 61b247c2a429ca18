import "server-only";
import type { Question } from "../../domain/checklist";
import type { AssessedService, ExportOrigin, People } from "./assessed";

/** The members of an object as JSON, without its braces: parts of lines that are the same in thousands of them. */
const members = (value: object): string => JSON.stringify(value).slice(1, -1);

/** What a line says of the service, as members. */
export const placePart = ({ slug, name, team, tier, lifecycle }: AssessedService["row"]): string =>
  members({ service: slug, serviceName: name, team, tier, lifecycle });

const questions = new WeakMap<Question, string>();

/** What a line says of the question, as members. Published questions never change. */
export function questionPart(question: Question): string {
  const known = questions.get(question);
  if (known !== undefined) return known;
  const { key, area, critical } = question;
  const made = members({ question: key, area, critical });
  questions.set(question, made);
  return made;
}

/** Everybody as JSON, by id; null for nobody. */
export function personParts(people: People): (id: string | null | undefined) => string {
  const parts = new Map([...people].map(([id, { name }]) => [id, JSON.stringify({ id, name })]));
  return (id) => (id ? parts.get(id) : undefined) ?? "null";
}

/** How an answer came to be here, as JSON; null where a person saved it here. @param person as JSON, by id */
export function originPart(origin: ExportOrigin | null, person: (id: string | null) => string): string {
  if (origin === null) return "null";
  const { importedBy, importedAt, token, ...claimed } = origin;
  const at = importedAt === null ? null : new Date(importedAt).toISOString();
  const rest = members({ importedAt: at, ...claimed });
  return `{"token":${JSON.stringify(token)},"importedBy":${person(importedBy)},${rest}}`;
}
