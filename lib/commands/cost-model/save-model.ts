import "server-only";
import type { Scope } from "../../auth/scope";
import type { CostModel, CostModelSave } from "../../contracts/cost-model";
import { audit } from "../../db/audit";
import { type ModelRow, modelsOf } from "../../db/cost-model";
import { latest } from "../../db/latest";
import { lockModel } from "../../db/model-lock";
import { lockServices } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { modelChanges } from "../../domain/model-changes";
import type { SetModel } from "../../domain/model-edit";
import { readCostModel, setNow } from "../../queries/cost-model/cost-model";
import { editedModel } from "../../queries/cost-model/edited-model";
import { recordRates } from "./record-rates";

/**
 * Puts prices, severity, rates or the currency in force: a new version of the model, with its audit event. Changed rates
 * count at once: every service whose incidents they change gets a readiness point (H2). The organisation's currency is
 * the model's. What changes nothing writes nothing.
 * @throws AppError conflict with the model that is there now; invalid_input naming the field
 */
export async function saveModel(
  scope: Scope<"model:edit">,
  { expectedNumber, note = "", ...edit }: CostModelSave,
  now: Date,
): Promise<CostModel> {
  const { actor, person } = scope.viewer;
  return inTransaction(async (tx) => {
    await lockModel(tx);
    const model = (await modelsOf()).all[0] ?? null;
    if (expectedNumber !== undefined && expectedNumber !== (model?.row.number ?? null)) {
      throw new AppError("conflict", {
        message:
          "Somebody else changed the prices and rates first. Yours were not saved; compare them with theirs.",
        current: await readCostModel(actor),
      });
    }
    const before = await setNow(model);
    const edited = (at: Date) => editedModel(before, edit, { personId: person.id, at });
    const changes = modelChanges(before, await edited(now));
    if (changes.length === 0) return readCostModel(actor);
    const counts = changes.some((each) => each.kind === "rate" && each.from !== each.to);
    const soonest = latest(now, { after: model?.row.at });
    const at = counts ? await lockAll(tx, soonest) : soonest;
    const after = await edited(at);
    const number = (model?.row.number ?? 0) + 1;
    await write(tx, { number, at, personId: person.id, note, example: person.example ?? false }, after);
    const services = counts ? await recordRates(tx, at) : 0;
    const details = { number, note, services, changes: changes.map((change) => ({ ...change })) };
    await audit(
      tx,
      scope,
      {
        action: "model.changed",
        subject: ["model", String(number)],
        details: JSON.parse(JSON.stringify(details)),
      },
      at,
    );
    return readCostModel(actor);
  });
}

/**
 * Locks all services, deleted ones too, which may come back: no point of theirs is computed from other rates meanwhile.
 * @returns when the rates change: after everything that happened to any of them
 */
async function lockAll(tx: Tx, soonest: Date): Promise<Date> {
  const rows = await tx.service.findMany({ select: { id: true } });
  const ids = rows.map((row) => row.id);
  for (let at = soonest; ; ) {
    const locked = await lockServices(tx, ids, at);
    const last = new Date(Math.max(at.getTime(), ...times([...locked.values()])));
    if (last.getTime() === at.getTime()) return at;
    at = last;
  }
}

const times = (locked: readonly { at: Date }[]) => [
  locked.reduce((last, { at }) => Math.max(last, at.getTime()), 0),
];

async function write(
  tx: Tx,
  { number, at, personId, note, example }: Pick<ModelRow, "number" | "at" | "personId" | "note" | "example">,
  { currency, prices, severity, rates }: SetModel,
): Promise<void> {
  await tx.$executeRaw`
    WITH "organisation" AS (
      UPDATE "Organisation" SET "currency" = ${currency}, "version" = "version" + 1
      WHERE "id" = 1 AND "currency" <> ${currency}
    )
    INSERT INTO "CostModel" ("number", "at", "personId", "currency", "prices", "severity", "rates", "note",
      "example")
    VALUES (${number}, ${at}, ${personId}::uuid, ${currency}, ${JSON.stringify(prices)}::jsonb,
      ${JSON.stringify(severity)}::jsonb, ${JSON.stringify(rates)}::jsonb, ${note}, ${example})`;
}
