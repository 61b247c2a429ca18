import "server-only";
import type { Scope } from "../../auth/scope";
import type { BackstageImport, BackstageImported } from "../../contracts/import";
import type { Tx } from "../../db/transaction";
import { nameTeam } from "../../import/plan-teams";
import { applyCorrections, type Wanted } from "../../import/wanted";
import { type Perform, performFor } from "./import-thread";
import { loadKnown } from "./known-services";
import { checkSize, type Planned, runImport } from "./run-import";
import { writeServices } from "./write-services";
import { writeTeams } from "./write-teams";

/** A catalogue as it was read: all of it that needs no database. */
export interface BackstageFile {
  perform: Perform;
  wanted: Wanted;
}

/**
 * Reads a catalogue, which takes long for a large one: before anything is taken of which others need one too.
 * @throws AppError invalid_input for more documents than IMPORT_ROWS says; unavailable when others' files are being read
 */
export async function readBackstage({ yaml, values }: BackstageImport): Promise<BackstageFile> {
  const perform = performFor(yaml, "yaml");
  const { documents, wanted } = await perform("readCatalogue", yaml, values);
  checkSize("yaml", documents, "services");
  return { perform, wanted };
}

/**
 * Imports the documents of a Backstage catalogue: groups as teams, components as services. All or nothing; a second time
 * nothing changes.
 * @param read the catalogue, where it was read before
 * @throws AppError what readBackstage throws; refused with all rows when any of them cannot be imported
 */
export async function importBackstage(
  scope: Scope<"import:run">,
  asked: BackstageImport,
  now: Date,
  read?: BackstageFile,
): Promise<BackstageImported> {
  const { perform, wanted } = read ?? (await readBackstage(asked));
  const plan = (tx: Tx, lock: boolean, at: Date) =>
    planThings(tx, scope, perform, structuredClone(wanted), asked.corrections, at, lock);
  return runImport(scope, asked, [], plan, now);
}

/** Plans teams and services, wherever they come from. */
export async function planThings(
  tx: Tx,
  scope: Scope<"import:run">,
  perform: Perform,
  wanted: Wanted,
  corrected: BackstageImport["corrections"],
  now: Date,
  lock: boolean,
): Promise<Planned> {
  const corrections = new Map(Object.entries(corrected ?? {}));
  applyCorrections(wanted, corrections, (text) => nameTeam(wanted, text, null));
  const { locked, ...known } = await loadKnown(tx, wanted, now, lock);
  const { rows, teams, services, findings } = await perform("planServices", wanted, known, corrections);
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
