import { randomUUID } from "node:crypto";
import { db } from "../db/client";
import { EVERYBODY_SIGNED_IN, LEADERS, MEMBER, NOBODY, type Place, type Row } from "./access";

const question = "simultaneous-edits-kept";
const until = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

/** Whatever is open about the gap of a place is over. */
async function clear(service: string) {
  const now = new Date();
  const where = { service: { slug: service }, questionKey: question };
  await db().waiver.updateMany({
    where: { ...where, state: "requested" },
    data: { state: "withdrawn", endedAt: now },
  });
  await db().waiver.updateMany({
    where: { ...where, state: "in_force" },
    data: { state: "ended", endedAt: now, endCause: "revoked" },
  });
}

/** A request of somebody's, granted by somebody else where it is to be in force. */
async function aWaiver({ service }: Place, requestedById: string, decidedById?: string) {
  await clear(service);
  const { id: serviceId } = await db().service.findUniqueOrThrow({ where: { slug: service } });
  const [id, requestedAt] = [randomUUID(), new Date()];
  const until = new Date("2199-01-01");
  const soleDecider = decidedById === requestedById;
  const granted = {
    decidedById: decidedById ?? null,
    decidedAt: requestedAt,
    until,
    endsAt: until,
    soleDecider,
  };
  await db().waiver.create({
    data: {
      ...{ id, serviceId, questionKey: question, verdict: "no", meaning: 1, reason: "For now." },
      ...{ requestedById, requestedAt, askedUntil: new Date(Date.now() + 86_400_000) },
      ...(decidedById ? { ...granted, state: "in_force" } : {}),
    },
  });
  return { params: { waiver: id } };
}

/** Who may do what about waivers. */
export const WAIVER_ROWS = {
  listWaivers: { may: EVERYBODY_SIGNED_IN, token: "read" },
  askWaiver: {
    may: MEMBER,
    token: "answer",
    given: async (_, __, { service }) => {
      await clear(service);
      return { body: { service, question, reason: "It can wait for a month.", until: until() } };
    },
  },
  decideWaiver: {
    may: LEADERS,
    token: "never",
    given: (_, other, place) => aWaiver(place, other),
    body: () => ({ decision: "grant" }),
  },
  "refuse a waiver": {
    may: LEADERS,
    token: "never",
    operation: "decideWaiver",
    given: (_, other, place) => aWaiver(place, other),
    body: () => ({ decision: "refuse", reason: "Too dear." }),
  },
  withdrawWaiver: { may: NOBODY, token: "never", given: (_, other, place) => aWaiver(place, other) },
  "withdraw a request of one's own": {
    may: EVERYBODY_SIGNED_IN,
    token: "answer",
    operation: "withdrawWaiver",
    given: (self, _, place) => aWaiver(place, self),
  },
  revokeWaiver: {
    may: LEADERS,
    token: "never",
    given: (self, other, place) => aWaiver(place, other, self),
    body: () => ({ reason: "It came true." }),
  },
} satisfies Record<string, Row>;
