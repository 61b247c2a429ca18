import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "../contracts/operations";
import { db } from "../db/client";
import { TOKEN_SCOPES } from "../domain/token-scopes";
import {
  ADMIN,
  ANYBODY,
  EVERYBODY_SIGNED_IN,
  LEAD,
  MEMBER,
  PEOPLE,
  type Row,
  type Who,
} from "../testing/access";
import { PEOPLE_ROWS } from "../testing/access-people";
import { aPerson, aService } from "../testing/factories";
import { type OperationName, send, signedIn, tokenOf } from "../testing/http";

const person = randomUUID();
const question = "simultaneous-edits-kept";

/** The least that makes an example portfolio: one invented team. */
async function somethingInvented() {
  const team = { id: randomUUID(), slug: "invented", name: "Invented", example: true, createdAt: new Date() };
  await db().team.createMany({ data: [team], skipDuplicates: true });
  return {};
}

const ROWS: Record<OperationName, Row> & Record<string, Row> = {
  setUp: {
    may: ANYBODY,
    token: "any",
    gets: { status: 409, because: "set-up happens once, and everybody here came after it" },
    body: () => ({
      organisation: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR" },
      admin: { name: "Ana", email: "ana@example.com", password: "a sentence is easy" },
    }),
  },
  loadOrganisation: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editOrganisation: { may: ADMIN, token: "manage", body: () => ({ name: "Acme" }) },
  ...PEOPLE_ROWS,
  listTeams: { may: EVERYBODY_SIGNED_IN, token: "read" },
  createTeam: { may: ADMIN, token: "manage", body: () => ({ name: "New" }) },
  loadTeam: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editTeam: { may: LEAD, token: "manage", body: () => ({ description: "words" }) },
  deleteTeam: { may: ADMIN, token: "manage" },
  saveMember: { may: ADMIN, token: "manage", body: () => ({ role: "member" }), params: { person } },
  removeMember: { may: ADMIN, token: "manage", params: { person } },
  listServices: { may: EVERYBODY_SIGNED_IN, token: "read" },
  createService: {
    may: LEAD,
    token: "manage",
    body: ({ team }) => ({ name: "Mailer", team, tier: 2, lifecycle: "planned" }),
  },
  loadService: { may: EVERYBODY_SIGNED_IN, token: "read" },
  editService: { may: MEMBER, token: "manage", body: () => ({ description: "words" }) },
  loadPortfolio: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadChanges: { may: EVERYBODY_SIGNED_IN, token: "read", query: "since=2026-01-01" },
  loadHistory: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadScorecard: { may: EVERYBODY_SIGNED_IN, token: "read" },
  saveAnswer: {
    may: MEMBER,
    token: "answer",
    body: ({ version }) => ({ verdict: "no", reason: "Not yet.", expectedVersion: version }),
    params: { question },
  },
  confirmAnswer: {
    may: MEMBER,
    token: "answer",
    body: ({ version }) => ({ expectedVersion: version }),
    params: { question },
  },
  planGap: { may: MEMBER, token: "answer", body: () => ({ note: "soon" }), params: { question } },
  loadExample: {
    may: ADMIN,
    token: "manage",
    given: somethingInvented,
    gets: { status: 409, because: "the example is there while anything invented is" },
  },
  removeExample: { may: ADMIN, token: "manage", given: somethingInvented },
  listGaps: { may: EVERYBODY_SIGNED_IN, token: "read" },
  listChecklists: { may: EVERYBODY_SIGNED_IN, token: "read" },
  loadChecklistVersion: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    params: { checklist: "production-readiness", version: "1" },
  },
  listenEvents: { may: EVERYBODY_SIGNED_IN, token: "read", query: "once=true" },
  listPresence: { may: EVERYBODY_SIGNED_IN, token: "read" },
  tellPresence: {
    may: EVERYBODY_SIGNED_IN,
    token: "answer",
    body: () => ({ tab: randomUUID(), question: null }),
  },
  importBackstage: {
    may: ADMIN,
    token: "manage",
    body: () => ({ yaml: "kind: Group\nmetadata: {name: imported}" }),
  },
  importCsv: { may: ADMIN, token: "manage", body: ({ service }) => ({ csv: `slug\n${service}` }) },
  loadExport: {
    may: EVERYBODY_SIGNED_IN,
    token: "read",
    params: { what: "answers" },
    query: "format=ndjson",
  },
  "raise a tier": { may: MEMBER, token: "manage", operation: "editService", body: () => ({ tier: 1 }) },
  "lower a tier": {
    may: LEAD,
    token: "manage",
    operation: "editService",
    body: () => ({ tier: 4, reason: "less" }),
  },
  "drop a tag": {
    may: LEAD,
    token: "manage",
    operation: "editService",
    body: () => ({ tags: [], reason: "less" }),
  },
  "move to a team that one does not lead": {
    may: ADMIN,
    token: "manage",
    operation: "editService",
    body: ({ third }) => ({ team: third }),
  },
  retire: { may: LEAD, token: "manage", operation: "editService", body: () => ({ lifecycle: "retired" }) },
  "bring back": { may: LEAD, token: "manage", operation: "editService", body: () => ({ lifecycle: "live" }) },
  deleteService: { may: LEAD, token: "manage" },
  "restore to a team that one does not lead": {
    may: ADMIN,
    token: "manage",
    operation: "restoreService",
    body: ({ third }) => ({ team: third }),
  },
  restoreService: { may: LEAD, token: "manage", body: () => ({}) },
};

describe("who may do what (README: who may what)", () => {
  const cookies = new Map<Who, string | undefined>();
  const ids = new Map<Who, string>();
  let own: Awaited<ReturnType<typeof aService>>;
  let other: Awaited<ReturnType<typeof aService>>;
  let third: string;
  let thirdId: string;

  beforeAll(async () => {
    own = await aService();
    other = await aService();
    ({ teamSlug: third, teamId: thirdId } = await aService());
    await db().organisation.create({
      data: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR", createdAt: new Date() },
    });
    await db().person.create({
      data: { id: person, email: "somebody@example.com", name: "Somebody", createdAt: new Date() },
    });
    const people = {
      admin: await aPerson({ admin: true }),
      executive: await aPerson({ executive: true }),
      lead: own.lead,
      member: own.member,
      leadOfOther: other.lead,
      inNoTeam: await aPerson(),
    };
    for (const [who, viewer] of Object.entries(people)) {
      cookies.set(who as Who, await signedIn(viewer));
      ids.set(who as Who, viewer.person.id);
    }
    for (const service of [own, other]) {
      const body = { verdict: "no", reason: "Not yet.", expectedVersion: 0 };
      const params = { service: service.slug, question };
      expect(await send("saveAnswer", { as: cookies.get("admin"), params, body })).toMatchObject({
        status: 200,
      });
    }
  });

  /** Every case starts from the same facts, in which its request is one that succeeds: tagged, live, there. */
  async function fresh(service: Awaited<ReturnType<typeof aService>>, name: string) {
    const lifecycle = name === "bring back" ? "retired" : "live";
    const deletedAt = /restore/.test(name) ? new Date() : null;
    // A team that has services cannot be deleted, those that other cases made included.
    const empties = name === "deleteTeam";
    const teamId = empties ? thirdId : service.teamId;
    if (empties) await db().service.updateMany({ where: { teamId: service.teamId }, data: { teamId } });
    await db().service.update({
      where: { id: service.id },
      data: { tier: 3, tags: ["payments"], lifecycle, deletedAt, teamId },
    });
    const answer = await db().answer.findUniqueOrThrow({
      where: { serviceId_questionKey: { serviceId: service.id, questionKey: question } },
    });
    return answer.version;
  }

  /** After a case that deleted a team: the team, and who was on it. */
  async function bringBack({ teamId, lead, member }: Awaited<ReturnType<typeof aService>>) {
    await db().team.update({ where: { id: teamId }, data: { deletedAt: null } });
    await db().membership.createMany({
      data: [
        { personId: lead.person.id, teamId, role: "lead" },
        { personId: member.person.id, teamId, role: "member" },
      ],
      skipDuplicates: true,
    });
  }

  const cases = Object.keys(ROWS).flatMap((name) =>
    (["own", "other"] as const).flatMap((where) =>
      PEOPLE.map((who) => ({ name, where, who, allowed: ROWS[name]?.may[where].includes(who) ?? false })),
    ),
  );

  it("has a row for every operation", () => {
    expect(Object.keys(operations).filter((name) => !(name in ROWS))).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(Object.keys(operations).length * 14);
  });

  /** Sends the request of a row: to a service's place, by somebody. */
  async function attempt(
    name: string,
    service: Awaited<ReturnType<typeof aService>>,
    self: string,
    by: { as?: string | undefined; headers?: Record<string, string | null> },
  ) {
    const row: Row | undefined = ROWS[name];
    const place = {
      team: service.teamSlug,
      service: service.slug,
      version: await fresh(service, name),
      third,
    };
    const given = (await row?.given?.(self, person)) ?? {};
    const events = await db().auditEvent.count();
    const operation = row?.operation ?? (name as OperationName);
    const reply = await send(operation, {
      ...by,
      params: { team: place.team, service: place.service, ...row?.params, ...given.params },
      query: given.query ?? row?.query,
      body: given.body ?? row?.body?.(place),
    });
    if (name === "deleteTeam") await bringBack(service);
    const written = (await db().auditEvent.count()) - events;
    return { reply, written, expected: row?.gets?.status ?? operations[operation].status };
  }

  it.each(cases)(
    "$name by $who on the $where team: allowed is $allowed",
    async ({ name, where, who, allowed }) => {
      const self = ids.get(who) ?? person;
      const tried = await attempt(name, where === "own" ? own : other, self, { as: cookies.get(who) });
      const { reply, written, expected } = tried;
      const refusal = who === "nobody" ? 401 : 403;
      if (allowed) expect(reply.status, JSON.stringify(reply.body)).toBe(expected);
      else {
        expect(reply).toMatchObject({ status: refusal, body: { status: refusal } });
        expect(written).toBe(0);
      }
    },
  );

  const byToken = Object.entries(ROWS).flatMap(([name, { token }]) =>
    TOKEN_SCOPES.map((scope) => ({ name, scope, token, allowed: token === "any" || token === scope })),
  );

  it.each(byToken)(
    "$name with an admin's token of the scope $scope: allowed is $allowed",
    async ({ name, scope, token, allowed }) => {
      const self = ids.get("admin") ?? "";
      const { headers } = await tokenOf(self, [scope]);
      const { reply, written, expected } = await attempt(name, own, self, { headers });
      if (allowed) expect(reply.status, JSON.stringify(reply.body)).toBe(expected);
      else {
        // What is another person's own, not even an admin may: there a scope is not what is missing.
        const lacks =
          ROWS[name]?.may.own.length === 0 ? "Only" : token === "never" ? "No token" : `"${token}"`;
        expect(reply).toMatchObject({ status: 403, body: { detail: expect.stringContaining(lacks) } });
        expect(written).toBe(0);
      }
    },
  );
});
