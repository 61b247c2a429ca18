import { expect, it } from "vitest";
import { aPerson, daysLater, scopeOf } from "../../testing/factories";
import { aLaunch } from "../../testing/launches";
import { ask, grant, revoke } from "../../testing/waivers";
import { loadEndingWaivers } from "./ending-waivers";

it("are those in force whose last day comes within 30 days, of the services that filters choose", async () => {
  const { service, answer, blockers } = await aLaunch({ tier: 2 });
  const leader = await aPerson({ executive: true });
  const accepted = async (question: string, until: string) => {
    await answer(question, "no", daysLater(0, 1));
    const { id } = await ask(service.admin, service.resource, { question, until }, daysLater(0, 2));
    await grant(leader, id, daysLater(0, 3));
    return id;
  };
  const [first = "", second = "", third = ""] = blockers;
  const late = await accepted(first, "2026-09-01");
  const soon = await accepted(second, "2026-07-15");
  const sooner = await accepted(third, "2026-07-01");
  const load = async (now: Date, choice: object = {}) =>
    loadEndingWaivers(scopeOf(service.member, "waiver:list"), choice, now);
  const ids = async (...asked: Parameters<typeof load>) => (await load(...asked)).map(({ id }) => id);
  expect(await load(daysLater(0, 1000))).toMatchObject([
    { id: sooner, service: { slug: service.slug, name: "Checkout" }, critical: true, until: "2026-07-01" },
    { id: soon, until: "2026-07-15" },
  ]);
  expect(await ids(daysLater(0, 1000), { tier: ["3"] })).toEqual([]);
  expect(await ids(daysLater(55))).toEqual([late]);
  await revoke(leader, sooner, daysLater(0, 2000));
  expect(await ids(daysLater(0, 3000))).toEqual([soon]);
});
