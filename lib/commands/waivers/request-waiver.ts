import "server-only";
import { randomUUID } from "node:crypto";
import type { WaiverAsk } from "../../contracts/waivers";
import { type AuditedBy, audit } from "../../db/audit";
import type { LockedWithAnswers } from "../../db/service-lock";
import type { Tx } from "../../db/transaction";
import { dayOf } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import { assess } from "../../domain/readiness";
import {
  followsOn,
  NOT_WAIVABLE_TEXT,
  untilProblem,
  type WaivedGap,
  type WaivedVerdict,
  type WaiverEnd,
  whyNotWaivable,
} from "../../domain/waiver";
import { readWaiver } from "../../queries/waivers/waiver";
import { applicableQuestion } from "../answers/applicable-question";

/** What is asked for, of a service that is locked. */
export type WaiverAsked = Omit<WaiverAsk, "service">;

/**
 * Asks for a waiver in a transaction of the caller's, who has seen to it that the person may (S6). One that is in force is
 * extended by it; the number of renewals goes on.
 * @param by who asks
 * @param service as it is locked: its answers and waivers are those that count
 * @returns the id of the request, and how many waivers it follows without a day between
 * @throws AppError not_found, refused: the risk of this question cannot be accepted, or not until then; conflict, with the
 *   request that is open already
 */
export async function requestWaiver(
  tx: Tx,
  by: AuditedBy,
  service: LockedWithAnswers,
  { question: key, reason, measure = "", until }: WaiverAsked,
): Promise<{ id: string; renewal: number }> {
  const { at } = service;
  const gap = await waivableGap(service, key);
  const open = service.waivers.find((each) => each.questionKey === key && each.state === "requested");
  if (open) {
    const message = "A waiver for this gap is asked for already. Decide or withdraw that request first.";
    throw new AppError("conflict", { message, current: await readWaiver(open.id, null, at) });
  }
  const today = dayOf(at, await timeZoneOf(tx));
  const follows = await followedWaiver(tx, service.id, key, today);
  const inForce = follows?.endCause === null;
  const problem =
    untilProblem(until, service.tier, today) ??
    (inForce && follows && until <= follows.until
      ? `This risk is accepted until ${follows.until} already: choose a later day.`
      : null);
  if (problem) throw refusedUntil(problem);
  const id = randomUUID();
  const renewal = follows ? follows.renewal + 1 : 0;
  await tx.waiver.create({
    data: {
      ...{ id, serviceId: service.id, questionKey: key, ...gap, reason, measure },
      ...{ requestedById: by.viewer.person.id, requestedAt: at, askedUntil: new Date(until) },
      ...{ renewsId: follows?.id ?? null, renewal },
    },
    select: { id: true },
  });
  const details = { question: key, waiver: id, until, renewal };
  await audit(tx, by, { action: "waiver.asked", subject: ["service", service.id], details }, at);
  return { id, renewal };
}

/**
 * The gap of a locked service whose risk can be accepted (S6).
 * @throws AppError not_found, refused
 */
export async function waivableGap(service: LockedWithAnswers, key: string): Promise<WaivedGap> {
  const question = await applicableQuestion(service, key);
  const [asked] = assess(service, [question], service.answers, [], service.at);
  if (!asked) throw new RangeError(`question ${key} was checked to apply`);
  const why = whyNotWaivable(asked);
  if (why) throw new AppError("refused", { message: NOT_WAIVABLE_TEXT[why] });
  return { verdict: asked.given as WaivedVerdict, meaning: question.meaning ?? 1 };
}

/** Where the organisation's days begin. */
export async function timeZoneOf(tx: Tx): Promise<string> {
  const row = await tx.organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return row?.timeZone ?? "UTC";
}

export const refusedUntil = (message: string) =>
  new AppError("refused", { message, fields: [{ field: "until", message }] });

/** The waiver of a gap that one of a day goes on with, without a day between (S6, L8); null when there is none. */
export async function followedWaiver(
  tx: Tx,
  serviceId: string,
  question: string,
  today: string,
): Promise<{ id: string; until: string; endCause: WaiverEnd | null; renewal: number } | null> {
  const row = await tx.waiver.findFirst({
    where: { serviceId, questionKey: question, decidedAt: { not: null }, until: { not: null } },
    orderBy: { decidedAt: "desc" },
    select: { id: true, until: true, endCause: true, renewal: true },
  });
  const until = row?.until?.toISOString().slice(0, 10);
  return row && until && followsOn(until, row.endCause, today) ? { ...row, until } : null;
}
