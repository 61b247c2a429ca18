import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TIERS, type Tier } from "../vocabulary";
import { mayTakeOff, needsTwoPeople, type RoleFacts, requiredRoles, rolesOff, type TierSpan } from "./roles";
import { SIGN_ROLES, type SignRole } from "./vocabulary";

const NOON = new Date("2026-11-25T12:00:00Z");
const LATER = new Date("2026-11-25T13:00:00Z");
const has = (tier: Tier): TierSpan => ({ tier, until: null });
const had = (tier: Tier, until = NOON): TierSpan => ({ tier, until });
const launch = (tiers: readonly Tier[], some: Partial<RoleFacts> = {}): RoleFacts => ({
  tiers,
  waiverOnCritical: false,
  takenOff: [],
  ...some,
});

describe("L1: required roles", () => {
  it.each<[string, RoleFacts, SignRole[]]>([
    ["tier 1", launch([1]), ["engineering", "reliability", "security", "product"]],
    ["tier 2", launch([2]), ["engineering", "product"]],
    ["tier 3", launch([3]), ["engineering"]],
    ["tier 4", launch([4]), ["engineering"]],
    ["the most critical of several services", launch([3, 2, 4]), ["engineering", "product"]],
    [
      "tier raised, then lowered again: they only grow",
      launch([3, 1, 3]),
      ["engineering", "reliability", "security", "product"],
    ],
    [
      "a risk accepted on a critical gap",
      launch([3], { waiverOnCritical: true }),
      ["engineering", "executive"],
    ],
    [
      "roles that grew by mistake are taken off",
      launch([3, 1], { takenOff: ["reliability", "security", "product"] }),
      ["engineering"],
    ],
    [
      "executive is not taken off while a risk is accepted",
      launch([2], { waiverOnCritical: true, takenOff: ["executive"] }),
      ["engineering", "product", "executive"],
    ],
    ["no service any more", launch([]), []],
  ])("%s", (_, facts, expected) => {
    expect(requiredRoles(facts)).toEqual(expected);
  });

  it("only grow with the tiers seen", () => {
    const tiers = fc.array(fc.constantFrom(...TIERS), { minLength: 1 });
    const off = fc.subarray([...SIGN_ROLES]);
    fc.assert(
      fc.property(tiers, fc.constantFrom(...TIERS), off, fc.boolean(), (seen, next, takenOff, waived) => {
        const facts = launch(seen, { takenOff, waiverOnCritical: waived });
        const before = requiredRoles(facts);
        expect(requiredRoles({ ...facts, tiers: [...seen, next] })).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

describe("L1: a role that grew by mistake", () => {
  it.each<[string, SignRole, TierSpan[], boolean]>([
    ["a tier that a service had", "security", [had(1), has(3)], true],
    ["a tier that it has now", "security", [has(1)], false],
    ["a tier that another service has now", "product", [had(1), has(3), has(2)], false],
    ["its service was taken off", "reliability", [had(1), has(4)], true],
    ["engineering signs at every tier", "engineering", [had(1), has(4)], false],
    ["executive, which comes and goes by itself", "executive", [had(1), has(3)], false],
  ])("%s: %s", (_, role, spans, expected) => {
    expect(mayTakeOff(role, spans)).toBe(expected);
  });

  it.each<[string, TierSpan[], SignRole[]]>([
    ["stays off", [had(1), has(3)], ["security"]],
    ["comes back with a tier that demands it again", [had(1), had(3, LATER), has(1)], []],
    ["and stays when that tier went too, for they only grow", [had(1), had(1, LATER), has(3)], []],
    ["a tier that does not demand it changes nothing", [had(1), has(2)], ["security"]],
  ])("taken off, it %s", (_, spans, expected) => {
    expect(rolesOff([{ role: "security", at: NOON }], spans)).toEqual(expected);
  });
});

describe("L1: two different people", () => {
  it.each<[string, RoleFacts, number, boolean]>([
    ["tier 1", launch([1]), 5, true],
    ["tier 2", launch([2]), 2, true],
    ["tier 3", launch([3]), 5, false],
    ["tier 3 with an accepted risk", launch([3], { waiverOnCritical: true }), 5, false],
    ["the only enabled person", launch([1]), 1, false],
    [
      "all that grew by mistake was taken off, so that nobody else signs",
      launch([3, 2], { takenOff: ["product"] }),
      5,
      false,
    ],
  ])("%s", (_, facts, people, expected) => {
    expect(needsTwoPeople(requiredRoles(facts), people)).toBe(expected);
  });
});
