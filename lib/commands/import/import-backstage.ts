import "server-only";
import { randomUUID } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { BackstageImport, BackstageImported } from "../../contracts/import";
import type { Tx } from "../../db/transaction";
import { readCatalog } from "../../domain/import/catalog";
import { applyCorrections } from "../../domain/import/corrections";
import { planServices } from "../../domain/import/plan-services";
import { nameTeam } from "../../domain/import/plan-teams";
import type { Wanted } from "../../domain/import/wanted";
import { loadKnown } from "./known-services";
import { readYaml } from "./read-yaml";
import { checkSize, type Planned, runImport } from "./run-import";
import { writeServices } from "./write-services";
import { writeTeams } from "./write-teams";

/**
 * Imports the documents of a Backstage catalogue: groups as teams, components as services. All or nothing; a second time
 * nothing changes.
 * @throws AppError refused with all rows when any of them cannot be imported; invalid_input for more documents than IMPORT_ROWS says
 */
export async function importBackstage(
  scope: Scope<"import:run">,
  { yaml, values, ...asked }: BackstageImport,
  now: Date,
): Promise<BackstageImported> {
  const documents = readYaml(yaml);
  checkSize("yaml", documents.length, "services");
  const plan = (tx: Tx, lock: boolean, at: Date) =>
    planThings(tx, scope, readCatalog(documents, values), asked.corrections, at, lock);
  return runImport(scope, asked, [], plan, now);
}

/** Plans teams and services, wherever they come from. */
export async function planThings(
  tx: Tx,
  scope: Scope<"import:run">,
  wanted: Wanted,
  corrected: BackstageImport["corrections"],
  now: Date,
  lock: boolean,
): Promise<Planned> {
  const corrections = new Map(Object.entries(corrected ?? {}));
  applyCorrections(wanted, corrections, (text) => nameTeam(wanted, text, null));
  const { locked, ...known } = await loadKnown(tx, wanted, now, lock);
  const { rows, teams, services, findings } = planServices(wanted, known, corrections, randomUUID);
  return {
    rows,
    findings,
    values: wanted.values,
    async write(writing, reason) {
      await writeTeams(writing, scope, teams.values(), now);
      await writeServices(writing, scope, services, locked, reason, now);
    },
  };
}
