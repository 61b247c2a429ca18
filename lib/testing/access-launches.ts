import { randomUUID } from "node:crypto";
import { hashPassword } from "../auth/passwords";
import { createLaunch } from "../commands/launches/create-launch";
import { db } from "../db/client";
import type { SignRole } from "../domain/launch/vocabulary";
import { dayColumn } from "../queries/launches/launch-rows";
import { EVERYBODY_SIGNED_IN, LEADERS, NOBODY, type Place, type Row } from "./access";
import { aPerson, scopeOf } from "./factories";

const PASSWORD = "a sentence that only I know";
const hashed = hashPassword(PASSWORD);
const QUESTION = "simultaneous-edits-kept";

/** Members of a team of one of its services, admins and executives; the facilitator is somebody else here. */
const OF_LAUNCH = {
  own: ["admin", "executive", "lead", "member"],
  other: ["admin", "executive", "leadOfOther"],
} as const satisfies Row["may"];
const EXECUTIVE = { own: ["executive"], other: ["executive"] } as const satisfies Row["may"];

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A launch of a service that somebody else facilitates. @param named who signs */
async function aLaunch(
  { service }: Place,
  facilitator: string,
  named: Partial<Record<SignRole, string>> = {},
) {
  const admin = await aPerson({ admin: true });
  const row = await db().service.findUniqueOrThrow({ where: { slug: service } });
  const resource = {
    ...{ kind: "launch" as const, id: null, teamId: null },
    launch: { teamIds: [row.teamId], facilitatorId: facilitator, signerIds: [] },
  };
  const body = { title: "Checkout 3", services: [service], targetDate: day(20), facilitator, signers: named };
  return createLaunch(scopeOf(admin, "launch:create", resource), body, new Date());
}

const at = (launch: { id: string }, body?: unknown, more: Record<string, string> = {}) => ({
  params: { launch: launch.id, ...more },
  body,
});
const no = (revision: string) => ({
  ...{ role: "engineering", decision: "no_go", revision, comment: "Not yet.", lookAgainOn: day(3) },
});

/** A no-go of somebody for engineering. */
async function objectedTo(launch: { id: string; revision: string }, personId: string) {
  const now = new Date();
  const id = randomUUID();
  await db().signOff.create({
    data: {
      ...{
        id,
        launchId: launch.id,
        role: "engineering",
        personId,
        decision: "no_go",
        revision: launch.revision,
      },
      ...{ seenAt: now, at: now, comment: "Not yet.", lookAgainOn: dayColumn(day(3)) },
    },
  });
  return id;
}

async function withCondition(launch: { id: string; services: readonly string[] }, owner: string) {
  const id = randomUUID();
  const service = await db().service.findUniqueOrThrow({ where: { slug: launch.services[0] ?? "" } });
  await db().disposition.create({
    data: {
      ...{ id, launchId: launch.id, serviceId: service.id, questionKey: QUESTION, kind: "fix_before" },
      ...{ byId: owner, at: new Date(), ownerId: owner, dueOn: dayColumn(day(9)) },
    },
  });
  return id;
}

/** A launch that was launched without a go by somebody else, and has no review yet. */
async function unreviewed(place: Place, other: string) {
  const launch = await aLaunch(place, other);
  await db().launch.update({
    where: { id: launch.id },
    data: {
      ...{ state: "launched", closedAt: new Date(), withoutGo: true, reviewDueOn: dayColumn(day(7)) },
      frozen: launch as object,
    },
  });
  return launch;
}

/** What the access test knows of launches. */
export const LAUNCH_ROWS = {
  listLaunches: { may: EVERYBODY_SIGNED_IN, token: "read" },
  createLaunch: {
    may: OF_LAUNCH,
    token: "manage",
    given: async (_, facilitator, { service }) => ({
      body: { title: "Checkout 3", services: [service], targetDate: day(20), facilitator },
    }),
  },
  loadLaunch: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    given: async (_, other, place) => at(await aLaunch(place, other)),
  },
  listLaunchEvents: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    given: async (_, other, place) => at(await aLaunch(place, other)),
  },
  editLaunch: {
    may: OF_LAUNCH,
    token: "manage",
    given: async (_, other, place) =>
      at(await aLaunch(place, other), { title: "Checkout 4", expectedVersion: 1 }),
  },
  "facilitate a launch of a team that one is not on": {
    may: EVERYBODY_SIGNED_IN,
    token: "manage",
    operation: "editLaunch",
    given: async (self, _, place) =>
      at(await aLaunch(place, self), { title: "Checkout 4", expectedVersion: 1 }),
  },
  startMeeting: {
    may: OF_LAUNCH,
    token: "manage",
    given: async (_, other, place) => at(await aLaunch(place, other)),
  },
  "decide about a gap of a launch that one facilitates": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "disposeOfGap",
    given: async (self, other, place) =>
      at(await aLaunch(place, self), {
        ...{ service: place.service, question: QUESTION, kind: "fix_before", owner: other, dueOn: day(9) },
      }),
  },
  disposeOfGap: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) =>
      at(await aLaunch(place, other), {
        ...{ service: place.service, question: QUESTION, kind: "fix_before", owner: other, dueOn: day(9) },
      }),
  },
  carryGaps: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) => {
      const launch = await aLaunch(place, other);
      const gap = launch.gaps.find(({ blocker }) => !blocker);
      return at(launch, { gaps: [{ service: gap?.service, question: gap?.question }] });
    },
  },
  signOff: {
    may: NOBODY,
    token: "never",
    given: async (_, other, place) => {
      const launch = await aLaunch(place, other, { engineering: other });
      return at(launch, no(launch.revision));
    },
  },
  "sign where one is named": {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    operation: "signOff",
    given: async (self, other, place) => {
      const launch = await aLaunch(place, other, { engineering: self });
      return at(launch, no(launch.revision));
    },
  },
  overrule: {
    may: EXECUTIVE,
    token: "never",
    gets: { status: 422, because: "blockers are open, which is said to who may" },
    given: async (self, other, place) => {
      const launch = await aLaunch(place, other, { engineering: other });
      await db().person.update({ where: { id: self }, data: { passwordHash: await hashed } });
      const signOff = await objectedTo(launch, other);
      return at(launch, { reason: "The business needs it.", password: PASSWORD }, { signOff });
    },
  },
  putSigner: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) =>
      at(await aLaunch(place, other), { person: other }, { role: "engineering" }),
  },
  "replace a signer": {
    may: LEADERS,
    token: "never",
    operation: "putSigner",
    given: async (_, other, place) => {
      const { person } = await aPerson();
      const launch = await aLaunch(place, other, { engineering: other });
      return at(launch, { person: person.id, reason: "On leave." }, { role: "engineering" });
    },
  },
  editCondition: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) => {
      const launch = await aLaunch(place, other);
      return at(launch, { dueOn: day(8) }, { condition: await withCondition(launch, other) });
    },
  },
  addNote: {
    may: OF_LAUNCH,
    token: "answer",
    given: async (_, other, place) => at(await aLaunch(place, other), { text: "Noted." }),
  },
  "note something on a launch that one signs": {
    may: EVERYBODY_SIGNED_IN,
    token: "answer",
    operation: "addNote",
    given: async (self, other, place) =>
      at(await aLaunch(place, other, { engineering: self }), { text: "Noted." }),
  },
  loadMinutes: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    given: async (_, other, place) => at(await aLaunch(place, other)),
  },
  correctMinutes: {
    may: OF_LAUNCH,
    token: "answer",
    given: async (_, other, place) => at(await aLaunch(place, other), { text: "It was Tuesday." }),
  },
  writeReview: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) => at(await unreviewed(place, other), { text: "What we learned." }),
  },
  closeLaunch: {
    may: OF_LAUNCH,
    token: "never",
    given: async (_, other, place) => at(await aLaunch(place, other), { as: "called_off" }),
  },
  "launch without a go": {
    may: LEADERS,
    token: "never",
    operation: "closeLaunch",
    given: async (_, other, place) =>
      at(await aLaunch(place, other), { as: "launched", reason: "The season begins." }),
  },
  reauthenticate: {
    may: EVERYBODY_SIGNED_IN,
    token: "never",
    given: async (self) => {
      await db().person.update({ where: { id: self }, data: { passwordHash: await hashed } });
      return { body: { password: PASSWORD } };
    },
  },
} as const satisfies Record<string, Row>;
