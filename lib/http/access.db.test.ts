import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "../contracts/operations";
import { db } from "../db/client";
import { aPerson, aService } from "../testing/factories";
import { type OperationName, send, signedIn } from "../testing/http";

type Who = "nobody" | "admin" | "executive" | "lead" | "member" | "leadOfOther" | "inNoTeam";
const PEOPLE: Who[] = ["nobody", "admin", "executive", "lead", "member", "leadOfOther", "inNoTeam"];
type Where = "own" | "other";

/** Who may do what, as the access table of the README says it, written out by hand. */
const EVERYBODY_SIGNED_IN: Record<Where, Who[]> = {
  own: PEOPLE.filter((who) => who !== "nobody"),
  other: PEOPLE.filter((who) => who !== "nobody"),
};
const ADMIN: Record<Where, Who[]> = { own: ["admin"], other: ["admin"] };
const LEAD: Record<Where, Who[]> = { own: ["admin", "lead"], other: ["admin", "leadOfOther"] };
const MEMBER: Record<Where, Who[]> = { own: ["admin", "lead", "member"], other: ["admin", "leadOfOther"] };

interface Row {
  may: Record<Where, Who[]>;
  operation?: OperationName;
  body?: (place: Place) => unknown;
  params?: Record<string, string>;
  /** What a caller who may gets, when it is not the operation's own status: and why. */
  gets?: { status: number; because: string };
}
interface Place {
  team: string;
  service: string;
  /** Of the answer to the question, as it is now. */
  version: number;
  /** A team of neither. */
  third: string;
}
const person = randomUUID();
const question = "simultaneous-edits-kept";

const ROWS: Record<OperationName, Row> & Record<string, Row> = {
  setUp: {
    may: { own: PEOPLE, other: PEOPLE },
    gets: { status: 409, because: "set-up happens once, and everybody here came after it" },
    body: () => ({
      organisation: { name: "Acme", timeZone: "Europe/Berlin", currency: "EUR" },
      admin: { name: "Ana", email: "ana@example.com", password: "a sentence is easy" },
    }),
  },
  loadOrganisation: { may: EVERYBODY_SIGNED_IN },
  editOrganisation: { may: ADMIN, body: () => ({ name: "Acme" }) },
  listPeople: { may: EVERYBODY_SIGNED_IN },
  listTeams: { may: EVERYBODY_SIGNED_IN },
  createTeam: { may: ADMIN, body: () => ({ name: "New" }) },
  loadTeam: { may: EVERYBODY_SIGNED_IN },
  editTeam: { may: LEAD, body: () => ({ description: "words" }) },
  deleteTeam: { may: ADMIN },
  saveMember: { may: ADMIN, body: () => ({ role: "member" }), params: { person } },
  removeMember: { may: ADMIN, params: { person } },
  listServices: { may: EVERYBODY_SIGNED_IN },
  createService: {
    may: LEAD,
    body: ({ team }) => ({ name: "Mailer", team, tier: 2, lifecycle: "planned" }),
  },
  loadService: { may: EVERYBODY_SIGNED_IN },
  editService: { may: MEMBER, body: () => ({ description: "words" }) },
  loadHistory: { may: EVERYBODY_SIGNED_IN },
  loadScorecard: { may: EVERYBODY_SIGNED_IN },
  saveAnswer: {
    may: MEMBER,
    body: ({ version }) => ({ verdict: "no", reason: "Not yet.", expectedVersion: version }),
    params: { question },
  },
  confirmAnswer: {
    may: MEMBER,
    body: ({ version }) => ({ expectedVersion: version }),
    params: { question },
  },
  planGap: { may: MEMBER, body: () => ({ note: "soon" }), params: { question } },
  listChecklists: { may: EVERYBODY_SIGNED_IN },
  loadChecklistVersion: {
    may: EVERYBODY_SIGNED_IN,
    params: { checklist: "production-readiness", version: "1" },
  },
  "raise a tier": { may: MEMBER, operation: "editService", body: () => ({ tier: 1 }) },
  "lower a tier": { may: LEAD, operation: "editService", body: () => ({ tier: 4, reason: "less" }) },
  "drop a tag": { may: LEAD, operation: "editService", body: () => ({ tags: [], reason: "less" }) },
  "move to a team that one does not lead": {
    may: ADMIN,
    operation: "editService",
    body: ({ third }) => ({ team: third }),
  },
  retire: { may: LEAD, operation: "editService", body: () => ({ lifecycle: "retired" }) },
  "bring back": { may: LEAD, operation: "editService", body: () => ({ lifecycle: "live" }) },
  deleteService: { may: LEAD },
  "restore to a team that one does not lead": {
    may: ADMIN,
    operation: "restoreService",
    body: ({ third }) => ({ team: third }),
  },
  restoreService: { may: LEAD, body: () => ({}) },
};

describe("who may do what (README: who may what)", () => {
  const cookies = new Map<Who, string | undefined>();
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
    for (const [who, viewer] of Object.entries(people)) cookies.set(who as Who, await signedIn(viewer));
    for (const service of [own, other]) {
      const body = { verdict: "no", reason: "Not yet.", expectedVersion: 0 };
      await send("saveAnswer", {
        as: cookies.get("admin"),
        params: { service: service.slug, question },
        body,
      });
    }
  });

  /** Every case starts from the same facts, in which its request is one that succeeds: tagged, live, there. */
  async function fresh(service: Awaited<ReturnType<typeof aService>>, name: string) {
    const lifecycle = name === "bring back" ? "retired" : "live";
    const deletedAt = /restore/.test(name) ? new Date() : null;
    // A team that has services cannot be deleted.
    const teamId = name === "deleteTeam" ? thirdId : service.teamId;
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

  it.each(cases)(
    "$name by $who on the $where team: allowed is $allowed",
    async ({ name, where, who, allowed }) => {
      const row: Row | undefined = ROWS[name];
      const service = where === "own" ? own : other;
      const version = await fresh(service, name);
      const events = await db().auditEvent.count();
      const operation = row?.operation ?? (name as OperationName);
      const reply = await send(operation, {
        as: cookies.get(who),
        params: { team: service.teamSlug, service: service.slug, ...row?.params },
        body: row?.body?.({ team: service.teamSlug, service: service.slug, version, third }),
      });
      if (name === "deleteTeam") await bringBack(service);
      const refusal = who === "nobody" ? 401 : 403;
      if (allowed) {
        const status = row?.gets?.status ?? operations[operation].status;
        expect(reply.status, JSON.stringify(reply.body)).toBe(status);
      } else {
        expect(reply).toMatchObject({ status: refusal, body: { status: refusal } });
        expect(await db().auditEvent.count()).toBe(events);
      }
    },
  );
});
