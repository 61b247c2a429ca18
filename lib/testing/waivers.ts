import type { ServiceResource, WaiverResource } from "../auth/resources";
import { askWaiver } from "../commands/waivers/ask-waiver";
import { decideWaiver } from "../commands/waivers/decide-waiver";
import { revokeWaiver } from "../commands/waivers/revoke-waiver";
import type { Waiver, WaiverAsk } from "../contracts/waivers";
import { db } from "../db/client";
import { dayAfter } from "../domain/as-of";
import { AppError } from "../domain/errors";
import { type SignedIn, scopeOf } from "./factories";

/** What is done to a waiver is done to. */
export async function waiverResource(id: string): Promise<WaiverResource> {
  const row = await db().waiver.findUniqueOrThrow({ where: { id }, include: { service: true } });
  const { serviceId, requestedById: personId } = row;
  return { kind: "waiver", id, serviceId, personId, teamId: row.service.teamId };
}

/** Asks for a waiver, on somebody's behalf. */
export const ask = (
  viewer: SignedIn,
  resource: ServiceResource,
  asked: Pick<WaiverAsk, "question"> & Partial<WaiverAsk>,
  now: Date,
): Promise<Waiver> => {
  const until = dayAfter(now.toISOString().slice(0, 10), 30);
  const body = { service: resource.slug, reason: "It can wait.", until, ...asked };
  return askWaiver(scopeOf(viewer, "waiver:ask", resource), body, now);
};

/** Grants one. */
export const grant = async (viewer: SignedIn, id: string, now: Date, until?: string): Promise<Waiver> =>
  decideWaiver(
    scopeOf(viewer, "waiver:decide", await waiverResource(id)),
    { decision: "grant", ...(until ? { until } : {}) },
    now,
  );

/** Ends one. */
export const revoke = async (viewer: SignedIn, id: string, now: Date): Promise<Waiver> =>
  revokeWaiver(scopeOf(viewer, "waiver:revoke", await waiverResource(id)), { reason: "It came true." }, now);

/** Whoever is asked about in a random history. */
interface Made {
  id: string;
  admin: SignedIn;
  resource: ServiceResource;
}

/**
 * Accepts, renews or revokes the risk of one of a service's gaps, or asks about one where that cannot be; the same for the
 * same dice.
 */
export async function waiveSomething(
  { id, admin, resource }: Made,
  decider: SignedIn,
  roll: (sides: number) => number,
  at: Date,
): Promise<void> {
  const { teamId } = await db().service.findUniqueOrThrow({ where: { id } });
  const by = { ...resource, teamId };
  const standing = await db().waiver.findFirst({
    where: { serviceId: id, state: "in_force" },
    orderBy: { id: "asc" },
  });
  const answers = await db().answer.findMany({
    where: { serviceId: id, verdict: { in: ["no", "partly"] } },
    orderBy: { questionKey: "asc" },
  });
  const some = answers[roll(Math.max(1, answers.length))]?.questionKey;
  const question = standing && roll(2) === 0 ? standing.questionKey : some;
  try {
    if (standing && roll(4) === 0) return void (await revoke(decider, standing.id, at));
    if (question === undefined) return;
    const open = await db().waiver.findFirst({
      where: { serviceId: id, questionKey: question, state: "requested" },
    });
    const today = at.toISOString().slice(0, 10);
    const waiver = open ?? (await ask(admin, by, { question, until: dayAfter(today, 30 + roll(55)) }, at));
    if (roll(4) > 0) await grant(decider, waiver.id, at, dayAfter(today, 1 + roll(20)));
  } catch (error) {
    // Not of everything can the risk be accepted.
    if (!(error instanceof AppError)) throw error;
  }
}
