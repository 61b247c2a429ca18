import { applies } from "../domain/applies";
import type { Question } from "../domain/checklist";
import type { GivenAnswer } from "../domain/effective-verdict";
import type { AnswerState } from "../domain/vocabulary";
import { type StandingWaiver, type WaivedVerdict, type WaiverEnd, waiverEnd } from "../domain/waiver";
import type { ServiceRow } from "./assessment";
import { Prisma } from "./generated/client";

/** A waiver in force, or the request for one: what may happen to it still (S6). */
export interface OpenWaiver {
  id: string;
  questionKey: string;
  state: "requested" | "in_force";
  verdict: WaivedVerdict;
  meaning: number;
  requestedById: string;
  /** YYYY-MM-DD; null while it is asked for. */
  until: string | null;
  /** The last instant of that day; null while it is asked for. */
  endsAt: Date | null;
  renewal: number;
}

/** The open waivers of a service as one value of a statement, to read with openWaiversOf. */
export const openWaiversSql = (serviceId: Prisma.Sql) => Prisma.sql`(
    SELECT json_agg(json_build_object('id', w."id", 'questionKey', w."questionKey", 'state', w."state",
      'verdict', coalesce(w."grantedVerdict", w."verdict"), 'meaning', w."meaning", 'requestedById', w."requestedById", 'until', w."until",
      'endsAt', w."endsAt", 'renewal', w."renewal"))
    FROM "Waiver" w WHERE w."serviceId" = ${serviceId} AND w."state" IN ('requested', 'in_force'))`;
/** Null where there is none. */
export type OpenWaiversRead = (Omit<OpenWaiver, "endsAt"> & { endsAt: string | null })[] | null;

const NONE: readonly OpenWaiver[] = [];

/** What openWaiversSql read. */
export const openWaiversOf = (read: OpenWaiversRead): readonly OpenWaiver[] =>
  read?.map((each) => ({ ...each, endsAt: each.endsAt === null ? null : new Date(each.endsAt) })) ?? NONE;

/** Those in force, as the rules see them. */
export const standingOf = (waivers: readonly OpenWaiver[]): readonly StandingWaiver[] =>
  waivers.flatMap(({ questionKey, endsAt }) => (endsAt === null ? [] : [{ questionKey, endsAt }]));

/** A waiver that is over, or a request that lapsed: when, and why. */
export interface EndedWaiver {
  id: string;
  endedAt: Date;
  endCause: WaiverEnd;
}

/**
 * What the facts of a service at an instant leave of its open waivers, and what they end (S6).
 * @param questions of the checklist version that it is asked
 */
export function waiversAfter(
  waivers: readonly OpenWaiver[],
  service: Pick<ServiceRow, "tier" | "tags">,
  questions: readonly Question[],
  answers: ReadonlyMap<string, GivenAnswer>,
  at: Date,
): { left: readonly OpenWaiver[]; ended: readonly EndedWaiver[] } {
  if (waivers.length === 0) return { left: NONE, ended: [] };
  const left: OpenWaiver[] = [];
  const ended: EndedWaiver[] = [];
  for (const waiver of waivers) {
    const { id, questionKey, endsAt } = waiver;
    const question = questions.find(({ key }) => key === questionKey);
    const given: AnswerState = answers.get(questionKey)?.verdict ?? "unanswered";
    const asked = question && applies(question, service) ? { given, meaning: question.meaning ?? 1 } : null;
    const endCause = waiverEnd(waiver, asked);
    if (endsAt !== null && endsAt < at)
      ended.push({ id, endedAt: new Date(endsAt.getTime() + 1), endCause: "expired" });
    else if (endCause === null) left.push(waiver);
    else ended.push({ id, endedAt: at, endCause });
  }
  return { left, ended };
}

/** Writes that waivers are over: a part of a WITH clause. */
export const endedSql = (ended: readonly EndedWaiver[]) => Prisma.sql`"ended" AS (
      UPDATE "Waiver" w SET "endedAt" = e."endedAt", "endCause" = e."endCause",
        "state" = (CASE w."state" WHEN 'requested' THEN 'lapsed' ELSE 'ended' END)::"WaiverState"
      FROM jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) AS e("id" uuid, "endedAt" timestamptz,
        "endCause" "WaiverEnd")
      WHERE w."id" = e."id" AND w."state" IN ('requested', 'in_force')
    )`;
