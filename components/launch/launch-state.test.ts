import { describe, expect, it } from "vitest";
import { carriable, decidedLines, nextToDecide } from "./gap-state";
import { gapStateWords } from "./gap-state-words";
import { namesIn } from "./named-questions";
import { staleSignOffs } from "./out-of-date-notices";
import { isBound, namedSince, roleLines } from "./role-state";
import { ANA, aGap, aLaunch, aSignOff, LI, SAM } from "./testing-launch";

const TODAY = "2026-11-30";
const QUESTIONS = {
  "checkout secrets": { title: "Secrets are rotated", area: "data_protection" as const, critical: true },
};
const disposition = {
  ...{ id: "d", service: "checkout", question: "secrets", by: ANA, at: "2026-11-25T10:00:00.000Z" },
  ...{ reason: "", supersededAt: null, waiver: null, condition: null },
};
const condition = {
  ...{
    id: "d",
    service: "checkout",
    question: "secrets",
    owner: LI,
    dueOn: "2026-12-03",
    metAt: null,
    late: false,
  },
};

describe("gaps that are worked through", () => {
  const places = ["secrets", "refunds", "timeouts"].map((question) => ({ service: "checkout", question }));
  const still = (...open: string[]) => ({
    gaps: places.map((place) => aGap(place)),
    blockers: places.map((place) => ({
      ...place,
      disposition: open.includes(place.question) ? null : "d",
    })),
  });

  it.each<[string, number, string[], [at: number | undefined, passed: string[]]]>([
    ["the next one", 0, ["secrets", "refunds", "timeouts"], [1, []]],
    ["past one that somebody decided about", 0, ["timeouts"], [2, ["refunds"]]],
    ["none left", 2, ["secrets"], [undefined, []]],
    ["all others are decided about", 0, ["secrets"], [undefined, ["refunds", "timeouts"]]],
  ])("go on with %s", (_, at, open, [next, passed]) => {
    const found = nextToDecide(places, at, still(...open));
    expect([found.next?.at, found.passed.map(({ question }) => question)]).toEqual([next, passed]);
  });
});

describe("what was decided about a gap", () => {
  const said = (some: Parameters<typeof aLaunch>[0]) => {
    const launch = aLaunch(some);
    const [line] = decidedLines(launch, QUESTIONS);
    if (!line) throw new RangeError("no line");
    const { text, sub, condition: of, waits } = gapStateWords(line, namesIn(launch, QUESTIONS), TODAY);
    return [text, of?.text ?? sub, waits];
  };
  const blockers = [{ service: "checkout", question: "secrets", disposition: null }];

  it("waits for somebody", () => {
    expect(said({ gaps: [aGap()], blockers })).toEqual(["Not decided yet", null, true]);
    expect(
      said({
        gaps: [aGap({ waiverAsked: true, disposition: "d" })],
        blockers,
        dispositions: [{ ...disposition, kind: "accept" }],
      }),
    ).toEqual(["Waits for a decision on its waiver", "asked by Ana Kirsch", true]);
  });

  it.each([
    ["open", false, "Li Wen, by 3 December"],
    ["overdue", true, "Li Wen, late since 3 December"],
    ["met", true, "met late, Li Wen"],
  ] as const)("is a condition: %s", (state, late, mark) => {
    const kind = { ...disposition, kind: "fix_before" as const, condition: "d" };
    expect(
      said({
        gaps: [aGap({ disposition: "d" })],
        dispositions: [kind],
        conditions: [{ ...condition, state, late }],
      }),
    ).toEqual(["Fix before launch", mark, false]);
  });

  it("is an accepted risk, carried, or closed", () => {
    expect(said({ gaps: [aGap({ waiver: { id: "w", until: "2027-01-31" }, blocker: false })] })[0]).toBe(
      "Risk accepted until 31 January 2027",
    );
    expect(said({ gaps: [aGap({ blocker: false, carried: true })] })[0]).toBe("Carried");
    expect(said({ dispositions: [{ ...disposition, kind: "not_applicable", reason: "No faxes." }] })).toEqual(
      ["Not for us", "“No faxes.”", false],
    );
  });

  it("leaves to be carried what blocks nothing and nobody decided about", () => {
    const gaps = [
      aGap(),
      aGap({ blocker: false, question: "b" }),
      aGap({ blocker: false, carried: true }),
      aGap({ blocker: false, disposition: "d" }),
    ];
    expect(carriable(gaps).map(({ question }) => question)).toEqual(["b"]);
  });
});

describe("a role", () => {
  it.each([
    ["nobody", { signers: {} }],
    ["waits", {}],
    ["go", { signOffs: [aSignOff()] }],
    ["again", { signOffs: [aSignOff({ outOfDate: true })] }],
    ["no_go", { signOffs: [aSignOff({ decision: "no_go" })] }],
    [
      "overruled",
      {
        signOffs: [
          aSignOff({
            decision: "no_go",
            overruling: { id: "o", person: LI, reason: "x", at: "", outOfDate: false, because: [] },
          }),
        ],
      },
    ],
  ] as const)("is %s", (standing, some) => {
    expect(roleLines(aLaunch({ ...some } as Parameters<typeof aLaunch>[0]))[0]?.standing).toBe(standing);
  });

  it("keeps no-gos that another sign-off took the place of", () => {
    const no = aSignOff({ id: "no", decision: "no_go", supersededAt: "2026-11-26T10:00:00.000Z" });
    const [line] = roleLines(aLaunch({ signOffs: [no, aSignOff()] }));
    expect(line?.earlierNos.map(({ id }) => id)).toEqual(["no"]);
  });

  it("binds a deputy while the signer has a say, and the signer never", () => {
    const line = { signer: ANA, signOff: aSignOff() };
    expect(isBound(line, SAM)).toBe(true);
    expect(isBound(line, ANA)).toBe(false);
    expect(isBound({ ...line, signOff: aSignOff({ outOfDate: true }) }, SAM)).toBe(false);
    expect(isBound({ ...line, signOff: aSignOff({ deputyFor: ANA, person: SAM }) }, SAM)).toBe(false);
  });
});

it.each([
  [ANA, aSignOff(), null],
  [LI, aSignOff(), LI],
  [ANA, aSignOff({ person: SAM, deputyFor: ANA }), null],
  [LI, null, null],
  [null, aSignOff(), null],
])("%s is named since %j: %s", (signer, signOff, named) => {
  expect(namedSince({ signer, signOff })).toBe(named);
});

it("tells together which goes fell for the same reasons", () => {
  const because = [
    {
      code: "verdict_worse" as const,
      service: "checkout",
      question: "secrets",
      before: "yes",
      after: "no",
      by: LI,
      at: "2026-11-29T15:20:00.000Z",
    },
  ];
  const old = { outOfDate: true, because };
  const groups = staleSignOffs([
    aSignOff({ ...old, id: "a" }),
    aSignOff({ ...old, id: "b", role: "security" }),
    aSignOff({ id: "c", role: "product" }),
    aSignOff({ ...old, id: "d", supersededAt: "2026-11-30T10:00:00.000Z" }),
  ]);
  expect(groups.map(({ signOffs }) => signOffs.map(({ id }) => id))).toEqual([["a", "b"]]);
});
