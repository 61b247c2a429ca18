import { beforeAll, describe, expect, it } from "vitest";
import { operations } from "../contracts/operations";
import { db } from "../db/client";
import { TOKEN_SCOPES } from "../domain/token-scopes";
import { PEOPLE, type Row, type Who } from "../testing/access";
import { person, question, ROWS } from "../testing/access-rows";
import { aPerson, aService } from "../testing/factories";
import { type OperationName, send, signedIn, tokenOf } from "../testing/http";

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
    await db().launchService.deleteMany({ where: { serviceId: service.id } });
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
    const given = (await row?.given?.(self, person, place)) ?? {};
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
        // What not even an admin may, such as what is another person's own: there a scope is not what is missing.
        const lacks =
          ROWS[name]?.may.own.includes("admin") === false
            ? "Only"
            : token === "never"
              ? "Tokens cannot"
              : `"${token}"`;
        expect(reply).toMatchObject({ status: 403, body: { detail: expect.stringContaining(lacks) } });
        expect(written).toBe(0);
      }
    },
  );
});
