import { describe, expect, it } from "vitest";
import type { Lifecycle } from "../domain/vocabulary";
import { answerRows } from "./answer-rows";
import { type AssessedService, type KnownAnswer, ServiceLookup } from "./known";
import { planTable } from "./plan-table";

const NOW = new Date("2026-06-15T12:00:00Z");
const FIELDS = [
  "service",
  "question",
  "verdict",
  "reason",
  "savedAt",
  "savedBy",
  "savedByEmail",
  "claimedBy",
  "token",
];
const questions = ["q", "r"].map((key) => ({ key, text: key, upToTier: 4, tags: [], reviewAfterDays: 365 }));
const THERE: KnownAnswer = {
  verdict: "no",
  reason: "Ours.",
  evidence: [],
  version: 3,
  savedAt: new Date("2026-02-01"),
};

/** What is planned for rows of answers about a service that has an answer to `q` and none to `r`. */
function plan(rows: Record<string, string>[], lifecycle: Lifecycle = "live") {
  const service = {
    ...{ id: "s", slug: "shop", name: "Shop", tier: 1, tags: [], deleted: false, lifecycle, questions },
    ...{ answers: new Map([["q", THERE]]), plans: new Map() },
  } as unknown as AssessedService;
  const cells = rows.map((row, at) => ({
    line: at + 2,
    cells: FIELDS.map((field) => ({ service: "shop", verdict: "no", question: "r", ...row })[field] ?? ""),
  }));
  const columns = Object.fromEntries(FIELDS.map((field, at) => [field, at]));
  const asked = { authorOf: () => null, now: NOW };
  return planTable(answerRows(asked), cells, columns, new ServiceLookup([service]), new Map());
}

describe("who a row says gave its answer", () => {
  const long = (most: number) => "x".repeat(most + 1);
  it.each([
    ["savedBy", { savedBy: long(120) }, "savedBy: it is longer than 120 characters."],
    ["claimedBy", { claimedBy: long(254), savedBy: "Bo" }, "claimedBy: it is longer than 254 characters."],
    [
      "savedByEmail",
      { savedByEmail: `${"x".repeat(5_000)}@a.b` },
      "savedByEmail: it is longer than 254 characters.",
    ],
    [
      "savedByEmail beside a name",
      { savedBy: "Ana", savedByEmail: long(254) },
      "savedByEmail: it is longer than 254",
    ],
    ["savedByEmail with NUL", { savedByEmail: "a\u0000@b.c" }, "savedByEmail: it holds a character"],
    ["token", { token: long(120) }, "token: it is longer than 120 characters."],
  ])("%s that cannot be kept is refused, the column named", (_, row, reason) => {
    const { rows, writes } = plan([row]);
    expect(rows).toMatchObject([{ action: "error", reason: expect.stringContaining(reason) }]);
    expect(writes).toEqual([]);
  });

  it("an address that becomes the claim comes back as such from our own export", () => {
    const address = `${"x".repeat(250)}@a.b`;
    const [write] = plan([{ savedByEmail: address }]).writes;
    expect(write?.after.provenance?.author).toBe(address);
    expect(plan([{ claimedBy: write?.after.provenance?.author ?? "" }]).writes).toHaveLength(1);
  });
});

describe("days that the calendar does not have", () => {
  it.each(["2026-02-30", "2025-02-29T10:00:00Z", "2026-04-31 10:00", "2026-00-10", "2026-06-00"])(
    "%s is refused, the field named, and not moved",
    (savedAt) => {
      expect(plan([{ savedAt }]).rows).toMatchObject([
        {
          action: "error",
          reason: expect.stringMatching(`^savedAt: “${savedAt}” is not a date from 1970 on`),
        },
      ]);
    },
  );

  it("29 February of a leap year is taken", () => {
    expect(plan([{ savedAt: "2024-02-29" }]).writes[0]?.after.provenance?.savedAt).toEqual(
      new Date("2024-02-29"),
    );
  });
});

describe("answers of a retired service", () => {
  const newer = { question: "q", verdict: "yes", savedAt: "2026-03-01" };
  const RETIRED = "This service is retired: its answers are kept as they are. Change its lifecycle first.";

  it.each([
    ["newer", newer],
    ["without a date", { question: "q", verdict: "yes" }],
    ["changed in the file", { question: "q", verdict: "yes", savedAt: "2026-02-01" }],
    ["that lacks a reason", { question: "q", verdict: "not_applicable" }],
  ])("stay as they are: one that is %s is left out, with the reason", (_, row) => {
    const { rows, writes } = plan([row], "retired");
    expect(rows).toMatchObject([{ action: "skip", reason: RETIRED }]);
    expect(writes).toEqual([]);
    expect(plan([row]).rows[0]?.action).not.toBe("skip");
  });

  it("come in where there is none yet, and what is there already is the same", () => {
    const { rows } = plan(
      [{ question: "r" }, { question: "q", reason: "Ours.", savedAt: "2026-02-01" }],
      "retired",
    );
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ["create", null],
      ["same", null],
    ]);
  });
});
