import "server-only";
import { randomUUID } from "node:crypto";
import type { Columns } from "../../domain/import-columns";
import type { Corrections } from "../../domain/import-rows";
import { answerRows } from "../../import/answer-rows";
import { readCatalog } from "../../import/catalog";
import { gapRows } from "../../import/gap-rows";
import { type AssessedService, ServiceLookup } from "../../import/known";
import { type Plan, planServices } from "../../import/plan-services";
import { planTable } from "../../import/plan-table";
import { readTable } from "../../import/read-table";
import { readYaml } from "../../import/read-yaml";
import { readServiceRows, type TableRow } from "../../import/service-rows";
import type { Wanted } from "../../import/wanted";

/** A table of answers or plans, and what it is compared with. */
interface QuestionFile {
  rows: readonly TableRow[];
  columns: Columns;
  corrections: Corrections;
  services: readonly AssessedService[];
}
type Addresses = ReadonlyMap<string, string>;

/** What of an import takes time for a large file and needs nothing but what it is given: what a thread can do. */
export const TASKS = {
  readTable,
  readServiceRows,
  readCatalogue(
    yaml: string,
    values: Parameters<typeof readCatalog>[1],
  ): { documents: number; wanted: Wanted } {
    const documents = readYaml(yaml);
    return { documents: documents.length, wanted: readCatalog(documents, values) };
  },
  planServices: (
    wanted: Wanted,
    known: Parameters<typeof planServices>[1],
    corrections: Parameters<typeof planServices>[2],
  ): Plan => planServices(wanted, known, corrections, randomUUID),
  planAnswers({ rows, columns, services, corrections }: QuestionFile, authors: Addresses, now: Date) {
    const table = answerRows({ authorOf: (email) => authors.get(email) ?? null, now });
    return planTable(table, rows, columns, new ServiceLookup(services), corrections);
  },
  planGaps({ rows, columns, services, corrections }: QuestionFile, people: Addresses, authors: Addresses) {
    const table = gapRows(
      (email) => people.has(email),
      (email) => authors.has(email),
    );
    return planTable(table, rows, columns, new ServiceLookup(services), corrections);
  },
};
export type Tasks = typeof TASKS;
