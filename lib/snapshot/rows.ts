import { inForce, type ModelInForce, type ModelRow } from "../db/cost-model";
import type { Lifecycle, Tier } from "../domain/vocabulary";
import type { TitlesByChecklist } from "./checklists";
import {
  type EntryLine,
  type FactsLine,
  type Plan,
  type Plans,
  questionCode,
  type WaiverThen,
} from "./history";
import type { TeamNames } from "./snapshot";

/**
 * How rows are read into memory: as JSON arrays, the same ones whether everything is read or what is new. Instants are
 * whole milliseconds.
 */
const ms = (column: string) => `round(extract(epoch FROM ${column}) * 1000)::bigint`;

/** Code of a given verdict, as STATE_CODE has it, in the lowest three bits; above them what the question meant. */
export const ANSWER = `(least(e."meaning", 8191) << 3 | CASE e."to" WHEN 'yes' THEN 0 WHEN 'partly' THEN 1 WHEN 'no' THEN 2
  WHEN 'unclear' THEN 3 ELSE 4 END)`;

/** An entry `e`. */
export const ENTRY = `json_build_array(e."serviceId", e."questionKey", e."version", ${ms('e."at"')}, ${ms('e."savedAt"')},
  ${ANSWER})`;
export type EntryRow = [string, string, number, number, number | null, number];

export const entryLine = ([, key, version, at, savedAt, answer]: EntryRow): EntryLine => ({
  ...{ question: questionCode(key), version, at, savedAt, answer },
});

/** A line of facts `f`. */
export const FACTS = `json_build_array(f."serviceId", f."id", ${ms('f."at"')}, f."name", f."teamId", f."tier",
  f."lifecycle", f."tags", f."checklistVersionId", f."deleted", f."dependsOn")`;
export type FactsRow = [
  string,
  number,
  number,
  string,
  string,
  Tier,
  Lifecycle,
  string[],
  string,
  boolean,
  string[],
];

export const factsLine = ([, id, at, name, teamId, tier, lifecycle, tags, ...rest]: FactsRow): FactsLine => {
  const [checklistVersionId, deleted, dependsOn] = rest;
  return {
    ...{ id, at: new Date(at), name, teamId, tier, lifecycle, tags },
    ...{ checklistVersionId, deleted, dependsOn },
  };
};

/** A service `s`, without what its facts say. */
export const SERVICE = `json_build_array(s."id", s."slug", ${ms('s."createdAt"')}, s."example")`;
export type ServiceRow = [string, string, number, boolean];

/** A waiver `w` that was granted. */
export const WAIVER = `json_build_array(w."serviceId", w."id", w."questionKey", ${ms('w."decidedAt"')}, ${ms('w."endsAt"')},
  ${ms('w."endedAt"')})`;
/** Of the waivers, those that were granted; the others are requests. */
export const GRANTED = `w."state" IN ('in_force', 'ended')`;
export type WaiverRow = [string, string, string, number, number, number | null];

export const waiverThen = ([, id, key, grantedAt, endsAt, endedAt]: WaiverRow): WaiverThen => ({
  ...{ id, question: questionCode(key), grantedAt, endsAt },
  endedAt: endedAt ?? Number.POSITIVE_INFINITY,
});

/** A plan `p`. */
export const PLAN = `json_build_array(p."serviceId", p."questionKey", p."ownerId", p."dueOn", p."effortDays", p."state",
  p."ticket", p."note", p."version", ${ms('p."changedAt"')})`;
export type PlanRow = [
  string,
  string,
  string | null,
  string | null,
  number | null,
  Plan["state"],
  string | null,
  string,
  number,
  number,
];

const planOf = ([, , ownerId, dueOn, effortDays, state, ticket, note, ...rest]: PlanRow): Plan => {
  const [version, changedAt] = rest;
  return { ownerId, dueOn, effortDays, state, ticket, note, version, changedAt };
};

/** Plans with rows that are new. */
export function plansWith(plans: Plans, rows: readonly PlanRow[]): Plans {
  const all = new Map(plans);
  const copies = new Map<string, Map<string, Plan>>();
  for (const row of rows) {
    const own = copies.get(row[0]) ?? new Map(plans.get(row[0]));
    copies.set(row[0], own.set(row[1], planOf(row)));
    all.set(row[0], own);
  }
  return all;
}

/** A cost model `m`, as ModelRow has it but for its instant. */
export const MODEL = `json_build_object('number', m."number", 'at', m."at", 'personId', m."personId", 'currency', m."currency",
  'prices', m."prices", 'severity', m."severity", 'rates', m."rates", 'note', m."note", 'example', m."example")`;

export const modelOf = (row: ModelRow): ModelInForce => inForce({ ...row, at: new Date(row.at) });

/** The title of a question `q`. */
export const TITLE = `json_build_array(q."checklistId", q."key", q."title")`;
export type TitleRow = [checklistId: string, key: string, title: string];

/** Titles with rows that are new; those of checklists that have none of them stay the same objects. */
export function titlesWith(titles: TitlesByChecklist, rows: readonly TitleRow[]): TitlesByChecklist {
  const all = new Map(titles);
  const copies = new Map<string, Map<string, string>>();
  for (const [checklistId, key, title] of rows) {
    const own = copies.get(checklistId) ?? new Map(titles.get(checklistId));
    copies.set(checklistId, own.set(key, title));
    all.set(checklistId, own);
  }
  return all;
}

/** A team `t`. */
export const TEAM = `json_build_array(t."id", t."slug", t."name", t."example", ${ms('t."deletedAt"')})`;
export type TeamRow = [string, string, string, boolean, number | null];

export const teamNames = ([id, slug, name, example, deletedAt]: TeamRow): TeamNames => ({
  ...{ id, slug, name, example },
  deletedAt: deletedAt === null ? null : new Date(deletedAt),
});
