import { once } from "../config/once";
import type { CostModel } from "../domain/cost-model";
import { ratesIn, type SetModel, type SetPrice } from "../domain/model-edit";
import { COSTS, type Cost, type Tier } from "../domain/vocabulary";
import { Prisma } from "./generated/client";
import { reader } from "./transaction";

/** A model as its row keeps it. */
export interface ModelRow {
  number: number;
  at: Date;
  personId: string | null;
  currency: string;
  prices: Partial<Record<Cost, SetPrice | null>>;
  severity: Record<Tier, number>;
  rates: SetModel["rates"];
  note: string;
  example: boolean;
}

/** The assumptions in force, as the rules want them, with the row that they stand in. */
export interface ModelInForce extends CostModel {
  row: ModelRow;
}

/** Every model that there was, newest first, and what MODELS said of them. */
export interface Models {
  stamp: string;
  all: readonly ModelInForce[];
}

/**
 * Which models there are, in a word that no other ones have: a column for a statement that is sent anyway. Within a
 * transaction it is read after the locks, for what is in force decides the points of services.
 */
export const MODELS = Prisma.sql`(SELECT count(*) || '.' || coalesce(max("number"), 0) || '.'
  || coalesce(max("xmin"::text::bigint), 0) FROM "CostModel")`;

const kept = () => once("cost-models", () => ({ models: null as Models | null }));

/**
 * The models that a word of MODELS means, read once per process.
 * @param stamp what MODELS said; asked for by a statement of its own when left out
 */
export async function modelsOf(stamp?: string): Promise<Models> {
  const said = stamp ?? (await readStamp());
  const { models } = kept();
  if (models?.stamp === said) return models;
  const rows = await reader().$queryRaw<(ModelRow & { stamp: string })[]>`
    SELECT "number", "at", "personId", "currency", "prices", "severity", "rates", "note", "example", ${MODELS} AS "stamp"
    FROM "CostModel" ORDER BY "number" DESC`;
  const read: Models = {
    stamp: rows[0]?.stamp ?? "0.0.0",
    all: rows.map(({ stamp: _, ...row }) => inForce(row)),
  };
  kept().models = read;
  return read;
}

async function readStamp(): Promise<string> {
  const [row] = await reader().$queryRaw<{ stamp: string }[]>`SELECT ${MODELS} AS "stamp"`;
  return row?.stamp ?? "0.0.0";
}

/** Who does something; `example`: somebody invented. */
export interface Doer {
  person?: { example?: true };
}

/**
 * What nothing may be dated before: when the newest model came into force. Null for what invented people do, whose past
 * is written with the models of its time.
 */
export const modelFloor = ({ all }: Models, by?: Doer): Date | null =>
  by?.person?.example ? null : (all[0]?.row.at ?? null);

/** The one of some models that was in force at an instant; null before anybody set one. */
export const modelThen = ({ all }: Pick<Models, "all">, at: Date): ModelInForce | null =>
  all.find((model) => model.row.at <= at) ?? null;

/** A row as the rules want it. */
export function inForce(row: ModelRow): ModelInForce {
  return {
    row,
    currency: row.currency,
    prices: pricesIn(row),
    severity: row.severity,
    rates: ratesIn(row.rates),
  };
}

const pricesIn = ({ prices }: ModelRow) =>
  Object.fromEntries(COSTS.map((cost) => [cost, prices[cost] ?? null])) as SetModel["prices"];

/** A row as its editors want it. */
export const setIn = (row: ModelRow): SetModel => ({
  currency: row.currency,
  prices: pricesIn(row),
  severity: row.severity,
  rates: row.rates,
});
