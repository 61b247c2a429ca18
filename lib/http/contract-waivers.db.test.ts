import { beforeAll, describe, expect, it } from "vitest";
import { waiversOperations } from "../contracts/operations/waivers";
import { db } from "../db/client";
import { askAs } from "../testing/contract";
import { aService } from "../testing/factories";
import { type OperationName, send, signedIn } from "../testing/http";

const QUESTION = "simultaneous-edits-kept";
const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe("every operation of waivers answers as its schema says", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  let [admin, member] = ["", ""];
  beforeAll(async () => {
    service = await aService({ tier: 3 });
    [admin, member] = await Promise.all([signedIn(service.admin), signedIn(service.member)]);
    await db().organisation.create({
      data: { name: "Acme", timeZone: "Asia/Kathmandu", currency: "EUR", createdAt: new Date() },
    });
  });

  it("asked for and granted, revoked, asked for again and taken back", async () => {
    const params: Record<string, string> = { service: service.slug, question: QUESTION };
    const done = new Set<OperationName>();
    const ask = (name: OperationName, as: string, body?: unknown) => askAs(name, { as, params, body }, done);
    await send("saveAnswer", {
      ...{ as: member, params },
      body: { verdict: "no", reason: "Not yet 🚧", expectedVersion: 0 },
    });
    const wanted = { service: service.slug, question: QUESTION, reason: "The season.", until };
    params.waiver = String((await ask("askWaiver", member, wanted)).id);
    expect(await ask("decideWaiver", admin, { decision: "grant", until })).toMatchObject({
      state: "in_force",
    });
    expect(await ask("revokeWaiver", admin, { reason: "It costs more than we thought." })).toMatchObject({
      state: "ended",
    });
    params.waiver = String((await ask("askWaiver", member, wanted)).id);
    expect(await ask("withdrawWaiver", member, {})).toMatchObject({ state: "withdrawn" });
    expect((await ask("listWaivers", member)).items).toHaveLength(2);
    expect([...done].sort()).toEqual(Object.keys(waiversOperations).sort());
  });
});
