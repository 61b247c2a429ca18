import "server-only";
import { randomUUID } from "node:crypto";
import { answerRows } from "../../domain/import/answer-rows";
import { readCatalog } from "../../domain/import/catalog";
import type { Columns } from "../../domain/import/columns";
import { type AskedService, AskedServices } from "../../domain/import/known-answers";
import { planRows } from "../../domain/import/plan-rows";
import { type Plan, planServices } from "../../domain/import/plan-services";
import { planTable } from "../../domain/import/plan-table";
import type { Corrections } from "../../domain/import/rows";
import { readServiceRows, type TableRow } from "../../domain/import/service-rows";
import type { Wanted } from "../../domain/import/wanted";
import { readTable } from "./read-table";
import { readYaml } from "./read-yaml";

/** A table of answers or plans, and what it is compared with. */
interface QuestionFile {
  rows: readonly TableRow[];
  columns: Columns;
  corrections: Corrections;
  services: readonly AskedService[];
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
    return planTable(table, rows, columns, new AskedServices(services), corrections);
  },
  planGaps({ rows, columns, services, corrections }: QuestionFile, people: Addresses, authors: Addresses) {
    const table = planRows(
      (email) => people.has(email),
      (email) => authors.has(email),
    );
    return planTable(table, rows, columns, new AskedServices(services), corrections);
  },
};
export type Tasks = typeof TASKS;
