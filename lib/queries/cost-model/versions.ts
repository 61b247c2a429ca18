import "server-only";
import type { Scope } from "../../auth/scope";
import type { ModelVersionFilters, ModelVersions } from "../../contracts/model-history";
import { modelsOf, setIn } from "../../db/cost-model";
import { pricedCosts, unpricedModel } from "../../domain/cost-model";
import { modelChanges } from "../../domain/model-changes";
import type { SetModel } from "../../domain/model-edit";
import { namesOf } from "../names";

const PAGE = 20;

/**
 * The models that were in force, newest first, each with what is different from the one before; the first one from the
 * usual assumptions, with nothing priced. Two statements.
 */
export async function loadModelVersions(
  _scope: Scope<"model:read">,
  { cursor, limit = PAGE }: ModelVersionFilters,
): Promise<ModelVersions> {
  const { all } = await modelsOf();
  const older = cursor === undefined ? all : all.filter(({ row }) => row.number < Number(cursor));
  const page = older.slice(0, limit);
  const people = await namesOf(page.map(({ row }) => row.personId));
  return {
    items: page.map((model, index) => {
      const { row } = model;
      const before = older[index + 1];
      return {
        number: row.number,
        at: row.at.toISOString(),
        by: row.personId === null ? null : (people.get(row.personId) ?? null),
        note: row.note,
        example: row.example,
        pricedCosts: pricedCosts(model),
        currency: row.currency,
        changes: modelChanges(before ? setIn(before.row) : usual(row.currency), setIn(row)),
      };
    }),
    nextCursor: older.length > limit ? String(page.at(-1)?.row.number) : null,
  };
}

/** What was assumed before anybody set anything. */
function usual(currency: string): SetModel {
  const { severity, prices } = unpricedModel(currency);
  return { currency, severity: { ...severity }, prices: { ...prices }, rates: {} };
}
