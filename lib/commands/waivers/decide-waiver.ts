import "server-only";
import type { Scope } from "../../auth/scope";
import type { Waiver, WaiverDecision } from "../../contracts/waivers";
import { audit } from "../../db/audit";
import { recordReadiness } from "../../db/record-readiness";
import type { LockedWithAnswers } from "../../db/service-lock";
import { inTransaction, type Tx } from "../../db/transaction";
import type { OpenWaiver } from "../../db/waivers";
import { dayOf, endOfDay } from "../../domain/as-of";
import { AppError } from "../../domain/errors";
import { decidesOwn, untilProblem } from "../../domain/waiver";
import { deciderIds, readWaiver } from "../../queries/waivers/waiver";
import { lockWaiver } from "./lock-waiver";
import { followedWaiver, refusedUntil, timeZoneOf, waivableGap } from "./request-waiver";

/**
 * Grants or refuses a request (S6). What is granted counts from now to the end of its day where the organisation is; one that
 * is in force for the same gap ends in the same instant, as renewed.
 * @throws AppError forbidden for one's own request while somebody else could decide it (L8); conflict when it is decided,
 *   withdrawn or lapsed by now; refused when the risk cannot be accepted any more, or not until that day; gone
 */
export async function decideWaiver(
  scope: Scope<"waiver:decide">,
  decision: WaiverDecision,
  now: Date,
): Promise<Waiver> {
  return inTransaction(async (tx) => {
    const { service, waiver } = await lockWaiver(tx, scope, "requested", now);
    const { id: decidedById } = scope.viewer.person;
    const own = decidesOwn(waiver.requestedById, decidedById, await deciderIds());
    if (!own) {
      const message =
        "You asked for this yourself: another admin or executive decides it. You can withdraw it.";
      throw new AppError("forbidden", { message });
    }
    const decided = { ...own, decidedById, decidedAt: service.at, decisionReason: decision.reason ?? "" };
    const details = { question: waiver.questionKey, waiver: waiver.id, ...own };
    const subject = ["service", service.id] as const;
    if (decision.decision === "refuse") {
      const data = { ...decided, state: "refused" as const };
      await tx.waiver.update({ where: { id: waiver.id }, data, select: { id: true } });
      await audit(tx, scope, { action: "waiver.refused", subject, details }, service.at);
    } else {
      const until = await grant(tx, service, waiver, decided, decision.until);
      const granted = { action: "waiver.granted", subject, details: { ...details, until } };
      await audit(tx, scope, granted, service.at);
    }
    return readWaiver(waiver.id, scope.viewer.actor, service.at);
  });
}

/** @returns the last day */
async function grant(
  tx: Tx,
  service: LockedWithAnswers,
  waiver: OpenWaiver,
  decided: { decidedById: string; decidedAt: Date; decisionReason: string; soleDecider: boolean },
  wanted: string | undefined,
): Promise<string> {
  const { at, tier } = service;
  const { id, questionKey } = waiver;
  const gap = await waivableGap(service, questionKey);
  const timeZone = await timeZoneOf(tx);
  const until = wanted ?? (await askedUntil(tx, id));
  const today = dayOf(at, timeZone);
  const problem = untilProblem(until, tier, today);
  if (problem) throw refusedUntil(problem);
  const endsAt = endOfDay(until, timeZone);
  // What it follows without a day between is known at the grant: a request may wait for long (S6).
  const follows = await followedWaiver(tx, service.id, questionKey, today);
  const before = service.waivers.find(
    (each) => each.questionKey === questionKey && each.state === "in_force",
  );
  if (before) {
    const over = { state: "ended" as const, endedAt: at, endCause: "renewed" as const };
    await tx.waiver.update({ where: { id: before.id }, data: over, select: { id: true } });
  }
  const renewed = { renewsId: follows?.id ?? null, renewal: follows ? follows.renewal + 1 : 0 };
  const { verdict } = gap;
  const better = verdict === waiver.verdict ? {} : { grantedVerdict: verdict };
  const data = {
    ...decided,
    ...better,
    ...renewed,
    state: "in_force" as const,
    until: new Date(until),
    endsAt,
  };
  await tx.waiver.update({ where: { id }, data, select: { id: true } });
  const standing = { ...waiver, ...gap, state: "in_force" as const, until, endsAt };
  const others = service.waivers.filter((each) => each !== before && each !== waiver);
  const counted = { ...service, waivers: [...others, standing] };
  await recordReadiness(tx, [{ service: counted, cause: "waiver", at, answers: service.answers }]);
  return until;
}

async function askedUntil(tx: Tx, id: string): Promise<string> {
  const row = await tx.waiver.findUniqueOrThrow({ where: { id }, select: { askedUntil: true } });
  return row.askedUntil.toISOString().slice(0, 10);
}
