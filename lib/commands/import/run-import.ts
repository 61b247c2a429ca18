import "server-only";
import type { Scope } from "../../auth/scope";
import type { BackstageImported } from "../../contracts/import";
import { audit } from "../../db/audit";
import { inTurn } from "../../db/import-turn";
import { endExamplePrices, hasExamplePrices, holdModel } from "../../db/model-lock";
import { inTransaction, reader, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import type { ImportTable } from "../../domain/import-columns";
import {
  countActions,
  type Finding,
  type ImportRow,
  rowsProblem,
  type ValueMapping,
} from "../../domain/import-rows";
import { ROLE_TEXT } from "../../domain/launch/roles";
import { type Action, can } from "../../domain/policy";
import { scopeNeeded } from "../../domain/token-scopes";
import { signedLaunches } from "../../queries/launches/signed-launches";
import { snapshotIn } from "../../snapshot/snapshot-at";

/** What an import is asked to do, whatever the file is. */
export interface ImportOptions {
  dryRun?: boolean | undefined;
  file?: string | undefined;
}

/** What is planned, and how it is written. */
export interface Planned {
  rows: ImportRow[];
  /** What a person should look at. */
  findings?: Finding[];
  /** The words for tiers and lifecycles that stand in the file. */
  values?: ValueMapping[];
  write(tx: Tx, reason: string): Promise<void>;
}

/**
 * Plans an import and, unless it is a dry run, writes it: in one transaction with its audit events, all or nothing. One
 * import at a time; where nothing changes, nothing is written.
 * @param rights what is written besides: a token may lack a scope for it
 * @param plan called with whether to lock what it looks at, and when what it writes is dated
 * @throws AppError refused with all rows when any of them cannot be imported; forbidden; unavailable when another import
 *   takes too long
 */
export async function runImport(
  scope: Scope<"import:run">,
  { dryRun = false, file }: ImportOptions,
  rights: readonly Action[],
  plan: (tx: Tx, lock: boolean, at: Date) => Promise<Planned>,
  now: Date,
): Promise<BackstageImported> {
  for (const action of rights) requireRight(scope, action);
  if (dryRun) {
    const { rows, findings = [], values = [] } = await plan(reader(), false, now);
    await noteLaunches(reader(), rows, now);
    await noteExamplePrices(reader(), rows);
    return { dryRun, applied: false, rows, counts: countActions(rows), findings, values };
  }
  const written = async (tx: Tx): Promise<BackstageImported> => {
    // Of the imports of other processes.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plumbline.import'))`;
    const at = await holdModel(tx, now);
    const { rows, write, findings = [], values = [] } = await plan(tx, true, at);
    await noteLaunches(tx, rows, now);
    const counts = countActions(rows);
    if (counts.error > 0) throw refused(rows, counts.error);
    const endsPrices = await noteExamplePrices(tx, rows);
    const applied = counts.create + counts.change > 0;
    if (applied) {
      if (endsPrices) await endExamplePrices(tx, scope, at);
      await write(tx, file ? `Import of ${file}` : "Import");
      const details = { ...counts, file: file ?? "" };
      await audit(tx, scope, { action: "import.run", subject: ["organisation", "1"], details }, now);
    }
    return { dryRun, applied, rows, counts, findings, values };
  };
  return inTurn(() => inTransaction(written));
}

/** Notes with the first service that an import creates that the prices of the example end. @returns whether they do */
async function noteExamplePrices(tx: Tx, rows: readonly ImportRow[]): Promise<boolean> {
  const first = rows.find(({ kind, action }) => kind === "service" && action === "create");
  if (!first || !(await hasExamplePrices(tx))) return false;
  first.notes.push("The example's prices end: they never price services of your own.");
  return true;
}

/**
 * Notes with rows about services that are to be launched which sign-offs they may make out of date (L5); one that would
 * retire such a service cannot be imported.
 */
async function noteLaunches(tx: Tx, rows: readonly ImportRow[], now: Date): Promise<void> {
  const changing = rows.filter(
    ({ action, kind }) => action === "change" && (kind === "service" || kind === "answer"),
  );
  const slugs = [...new Set(changing.flatMap(({ slug }) => slug ?? []))];
  if (slugs.length === 0) return;
  const services = await tx.service.findMany({
    where: { slug: { in: slugs }, launches: { some: { launch: { state: "open" } } } },
    select: { id: true, slug: true },
  });
  if (services.length === 0) return;
  const ids = new Map(services.map(({ id, slug }) => [slug, id]));
  const signed = await signedLaunches([...ids.values()], () => snapshotIn(tx, now, [...ids.values()]));
  for (const row of changing) {
    const id = ids.get(row.slug ?? "");
    if (id === undefined) continue;
    if (row.changes.some(({ field, to }) => field === "lifecycle" && to === "retired")) {
      row.action = "error";
      row.reason = "It is on an open launch: take it off there before it is retired.";
    }
    for (const { title, roles } of signed.get(id) ?? []) {
      const names = roles.map((role) => ROLE_TEXT[role].name.toLowerCase()).join(", ");
      row.notes.push(`If it gets worse by this, the go on “${title}” (${names}) is out of date.`);
    }
  }
}

/** Refuses a file of more rows than one import takes. @throws AppError invalid_input */
export function checkSize(field: "yaml" | "csv", count: number, table: ImportTable): void {
  const large = rowsProblem(count, table, field === "csv" ? "rows" : "documents");
  const message = count === 0 ? "There is nothing in it to import." : large;
  if (message === null) return;
  throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
}

function requireRight({ viewer }: Scope<"import:run">, action: Action): void {
  if (can(viewer.actor, action, { teamId: null })) return;
  throw new AppError("forbidden", {
    message: `This token lacks the scope "${scopeNeeded(action) ?? "none"}".`,
  });
}

function refused(rows: ImportRow[], errors: number): AppError {
  const fields = rows
    .filter((row) => row.action === "error")
    .slice(0, 20)
    .map(({ key, line, reason }) => ({
      field: key,
      message: `${line === null ? "" : `Line ${line}: `}${reason ?? "It cannot be imported."}`,
    }));
  const many = errors === 1 ? "One row cannot" : `${errors.toLocaleString("en")} rows cannot`;
  const message = `${many} be imported, so nothing was. ${fields[0]?.message ?? ""}`.trim();
  return new AppError("refused", { message, fields, current: { rows, counts: countActions(rows) } });
}
