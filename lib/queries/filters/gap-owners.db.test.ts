import { beforeAll, describe, expect, it } from "vitest";
import { saveAnswer } from "../../commands/answers/save-answer";
import { planGap } from "../../commands/gaps/plan-gap";
import { db } from "../../db/client";
import type { Verdict } from "../../domain/vocabulary";
import { countStatements } from "../../testing/count-statements";
import { aPerson, aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { loadFilterChoices } from "./choices";

const [EDITS, RETRIES] = ["simultaneous-edits-kept", "repeated-request-acts-once"];
let admin: Awaited<ReturnType<typeof aPerson>>;
let ana: Awaited<ReturnType<typeof aPerson>>;
let gone: Awaited<ReturnType<typeof aPerson>>;
let idle: Awaited<ReturnType<typeof aPerson>>;
const load = async (asked: string[] = []) =>
  (await loadFilterChoices(scopeOf(admin, "service:list"), { owner: asked }, daysLater(4))).owners;

beforeAll(async () => {
  admin = await aPerson({ admin: true });
  ana = await aPerson({ name: "ana 🧭" });
  gone = await aPerson({ name: "Bo Left" });
  idle = await aPerson({ name: "Cy Idle" });
  const service = await aService({ tier: 1 });
  const plan = (key: string, owner: string) =>
    planGap(scopeOf(service.admin, "gap:plan", service.resource), key, { owner }, daysLater(1));
  const answer = (key: string, verdict: Verdict, version: number, days: number) =>
    saveAnswer(
      scopeOf(service.admin, "answer:save", service.resource),
      key,
      { verdict, reason: "because", evidence: [], expectedVersion: version },
      daysLater(days),
    );
  await answer(EDITS, "no", 0, 0);
  await plan(EDITS, ana.person.id);
  await plan(RETRIES, gone.person.id);
  // what was planned of a gap that closed, and of the one that opened after it, is nobody's any more
  const again = "input-checked-before-use";
  await answer(again, "no", 0, 0);
  await plan(again, idle.person.id);
  await answer(again, "yes", 1, 2);
  await answer(again, "no", 2, 3);
  await db().person.update({ where: { id: gone.person.id }, data: { disabledAt: NOON } });
});

describe("who owns what is open", () => {
  it("is by name, those too who may not sign in any more", async () => {
    expect(await load()).toEqual([
      { id: ana.person.id, name: "ana 🧭", disabled: false, gaps: 1 },
      { id: gone.person.id, name: "Bo Left", disabled: true, gaps: 1 },
    ]);
  });

  it("names whoever is asked for, and passes over what is nobody", async () => {
    const { result, statements } = await countStatements(() => load([idle.person.id, "me", "none"]));
    expect(result.map(({ name, gaps }) => [name, gaps])).toEqual([
      ["ana 🧭", 1],
      ["Bo Left", 1],
      ["Cy Idle", 0],
    ]);
    expect(statements).toHaveLength(2);
  });
});
