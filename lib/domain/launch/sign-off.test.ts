import { describe, expect, it } from "vitest";
import { goOf } from "../../testing/launch-states";
import { type Signing, signOffRefusal } from "./sign-off";

const signed = (person: string, some: Partial<ReturnType<typeof goOf>> = {}, revision = "r1") => ({
  ...goOf(person, some),
  revision,
});
const noGo = { decision: "no_go" as const, upToDate: false };
const byDeputy = { deputyFor: "jonas" };

/** Jonas, named for engineering with Li as deputy, says go on r2, and nothing stands against it. */
const signing = (some: Partial<Signing> = {}, signOff: Signing["role"]["signOff"] = null): Signing => ({
  person: "jonas",
  byPerson: true,
  executive: false,
  authenticatedLately: true,
  role: { role: "engineering", signer: "jonas", deputy: "li", signOff },
  decision: "go",
  revision: "r2",
  closed: false,
  known: true,
  worse: false,
  blockersOpen: false,
  ...some,
});
const executiveRole = { role: "executive" as const, signer: "jonas", deputy: null, signOff: null };

describe("L3, L6, L7: signing", () => {
  it.each<[string, Signing, ReturnType<typeof signOffRefusal>]>([
    ["the signer", signing(), null],
    ["the deputy", signing({ person: "li" }), null],
    ["somebody else", signing({ person: "ana" }), "forbidden"],
    ["an API token of the signer", signing({ byPerson: false }), "forbidden"],
    ["an executive without the right", signing({ role: executiveRole }), "forbidden"],
    ["an executive", signing({ role: executiveRole, executive: true }), null],
    ["a password long ago", signing({ authenticatedLately: false }), "reauthentication_required"],
    ["a closed launch", signing({ closed: true }), "launch_closed"],
    ["a revision that nobody was shown", signing({ known: false }), "unknown_revision"],
    ["a state that is worse than the one seen", signing({ worse: true }), "state_worse"],
    ["blockers undisposed", signing({ blockersOpen: true }), "blockers_open"],
    ["a no_go, whatever got worse", signing({ decision: "no_go", worse: true, blockersOpen: true }), null],
    ["a no_go on an unknown revision", signing({ decision: "no_go", known: false }), "unknown_revision"],
    ["the role is signed twice: the same again", signing({ revision: "r1" }, signed("jonas")), "repeat"],
    [
      "the same again after it got worse, as from another tab",
      signing({ revision: "r1", worse: true, blockersOpen: true }, signed("jonas", { upToDate: false })),
      "repeat",
    ],
    [
      "the same again by somebody who is named no more",
      signing({ person: "ana", revision: "r1" }, signed("ana")),
      "forbidden",
    ],
    ["the same decision on a newer revision", signing({}, signed("jonas")), null],
    [
      "another decision on the same revision",
      signing({ decision: "no_go", revision: "r1" }, signed("jonas")),
      null,
    ],
    ["its giver takes a no_go back", signing({}, signed("jonas", noGo)), null],
    ["the signer was replaced after a no_go", signing({}, signed("mira", noGo)), null],
    ["the signer after the deputy", signing({ revision: "r1" }, signed("li", byDeputy)), null],
    ["the signer after the deputy's no_go", signing({}, signed("li", { ...noGo, ...byDeputy })), null],
    ["the deputy after the signer", signing({ person: "li" }, signed("jonas")), "signed_by_other"],
    [
      "the deputy says no after the signer",
      signing({ person: "li", decision: "no_go" }, signed("jonas")),
      "signed_by_other",
    ],
    [
      "the deputy after a signer's go that is out of date",
      signing({ person: "li" }, signed("jonas", { upToDate: false })),
      null,
    ],
    [
      "the deputy after the signer's no_go",
      signing({ person: "li" }, signed("jonas", noGo)),
      "signed_by_other",
    ],
    [
      "the deputy after a replaced signer's no_go",
      signing({ person: "li" }, signed("mira", noGo)),
      "signed_by_other",
    ],
    [
      "the deputy after their own no_go",
      signing({ person: "li" }, signed("li", { ...noGo, ...byDeputy })),
      null,
    ],
    [
      "another deputy after a deputy's no_go",
      signing({ person: "li" }, signed("sam", { ...noGo, ...byDeputy })),
      null,
    ],
  ])("%s", (_, facts, expected) => {
    expect(signOffRefusal(facts)).toBe(expected);
  });

  it("names the first reason that holds", () => {
    let facts = signing(
      {
        person: "li",
        byPerson: false,
        authenticatedLately: false,
        closed: true,
        known: false,
        worse: true,
        blockersOpen: true,
      },
      signed("jonas"),
    );
    const mended: [Partial<Signing>, string | null][] = [
      [{}, "forbidden"],
      [{ byPerson: true }, "reauthentication_required"],
      [{ authenticatedLately: true }, "launch_closed"],
      [{ closed: false }, "signed_by_other"],
      [{ person: "jonas" }, "unknown_revision"],
      [{ known: true }, "state_worse"],
      [{ worse: false }, "blockers_open"],
      [{ blockersOpen: false }, null],
    ];
    for (const [change, expected] of mended) {
      facts = { ...facts, ...change };
      expect(signOffRefusal(facts)).toBe(expected);
    }
  });
});
