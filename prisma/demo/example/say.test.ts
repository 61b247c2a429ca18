import { describe, expect, it } from "vitest";
import { chance } from "../../../lib/domain/random";
import { productionReadiness } from "../../checklists/production-readiness";
import { say } from "./say";

const slots = {
  slug: "checkout",
  provider: "Nordpay",
  store: "the ledger",
  who: "Inés",
  at: new Date("2026-06-15T12:00:00Z"),
};
const drawn = (seed: number) => ({ ...slots, draw: chance(seed).uniform });

describe("what teams say", () => {
  it.each(productionReadiness.questions.map((question) => question.key))(
    "has words of its own for %s",
    (key) => {
      const plain = say("a question of a later checklist", "no", drawn(1)).reason;
      for (const verdict of ["yes", "partly", "no"] as const) {
        for (let seed = 0; seed < 8; seed += 1) {
          const { reason, evidence } = say(key, verdict, drawn(seed));
          expect(reason).not.toBe(plain);
          expect(`${reason} ${JSON.stringify(evidence.map((each) => each.label))}`).not.toMatch(
            /[{}]|undefined/,
          );
        }
      }
    },
  );

  it("fills in the provider, the store and a month not long before", () => {
    const reasons = Array.from(
      { length: 40 },
      (_, seed) => say("restore-rehearsed", "yes", drawn(seed)).reason,
    );
    expect(reasons.join(" ")).toContain("the ledger");
    expect(reasons.join(" ")).toMatch(/\b(May|June)\b/);
    expect(reasons.join(" ")).not.toMatch(/\b(April|July|August)\b/);
  });

  it("carries evidence mostly with a yes, never with a no", () => {
    const links = (verdict: "yes" | "no") =>
      Array.from(
        { length: 100 },
        (_, seed) => say("we-know-first", verdict, drawn(seed)).evidence.length,
      ).filter(Boolean);
    expect(links("yes").length).toBeGreaterThan(60);
    expect(links("no")).toEqual([]);
  });
});
