import "server-only";
import { reader } from "../../db/transaction";
import type { Source } from "../../domain/vocabulary";

export interface ExportedPerson {
  id: string;
  name: string;
  email: string;
}
export type People = ReadonlyMap<string, ExportedPerson>;

/** How an answer that no person saved here came to be here, people by id. */
export interface ExportOrigin {
  token: string | null;
  importedBy: string | null;
  importedAt: string | null;
  claimedBy: string | null;
  claimedSource: Source | null;
}

/** Everybody by id: one statement. */
export async function loadPeople(): Promise<People> {
  const rows = await reader().person.findMany({ select: { id: true, name: true, email: true } });
  return new Map(rows.map((row) => [row.id, row]));
}

const parts = new WeakMap<ExportedPerson, string>();

/** Somebody as JSON; null for nobody. */
export function personPart(person: ExportedPerson | undefined): string {
  if (!person) return "null";
  const known = parts.get(person) ?? JSON.stringify({ id: person.id, name: person.name });
  parts.set(person, known);
  return known;
}

/** How an answer came to be here, as JSON; null where a person saved it here. */
export function originPart(origin: ExportOrigin | null, people: People): string {
  if (origin === null) return "null";
  const { importedBy, importedAt, token, claimedBy, claimedSource } = origin;
  const at = importedAt === null ? null : new Date(importedAt).toISOString();
  const rest = JSON.stringify({ importedAt: at, claimedBy, claimedSource }).slice(1, -1);
  return `{"token":${JSON.stringify(token)},"importedBy":${personPart(people.get(importedBy ?? ""))},${rest}}`;
}
