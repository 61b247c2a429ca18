import "server-only";
import { randomUUID } from "node:crypto";
import { readCatalog } from "../../domain/import/catalog";
import { type Plan, planServices } from "../../domain/import/plan-services";
import { readServiceRows } from "../../domain/import/service-rows";
import type { Wanted } from "../../domain/import/wanted";
import { readTable } from "./read-table";
import { readYaml } from "./read-yaml";

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
};
export type Tasks = typeof TASKS;
