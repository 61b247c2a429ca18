import { describe, expect, it } from "vitest";
import { decidedAs } from "../../testing/launch-states";
import { carriedGaps, countingDispositions, type Disposition, undisposed } from "./dispositions";

const blocker = { service: "checkout", question: "timeouts" };

describe("L2: the last disposition of a gap counts", () => {
  it.each<[string, Disposition[], Disposition["kind"] | null, boolean]>([
    ["nobody decided", [], null, false],
    ["to be fixed", [decidedAs("fix_before", 1)], "fix_before", true],
    ["to be fixed, and late", [decidedAs("fix_before", 1, { condition: "overdue" })], "fix_before", true],
    ["its condition was withdrawn", [decidedAs("fix_before", 1, { condition: "withdrawn" })], null, false],
    ["a waiver is asked for", [decidedAs("accept", 1)], "accept", false],
    ["a waiver is granted", [decidedAs("accept", 1, { waiver: "in_force" })], "accept", true],
    ["a waiver was refused", [decidedAs("accept", 1, { waiver: "refused" })], null, false],
    ["a waiver was withdrawn", [decidedAs("accept", 1, { waiver: "withdrawn" })], null, false],
    ["a waiver has ended", [decidedAs("accept", 1, { waiver: "ended" })], null, false],
    [
      "to be fixed, then a waiver is asked for",
      [decidedAs("fix_before", 1, { condition: "withdrawn" }), decidedAs("accept", 2)],
      "accept",
      false,
    ],
    [
      "a waiver was refused, then to be fixed",
      [decidedAs("accept", 1, { waiver: "refused" }), decidedAs("fix_before", 2)],
      "fix_before",
      true,
    ],
    [
      "the last one came to nothing: an earlier one does not count again",
      [decidedAs("fix_before", 1), decidedAs("accept", 2, { waiver: "refused" })],
      null,
      false,
    ],
    ["fixed, and open again", [decidedAs("fixed", 1, { reopened: true })], null, false],
    [
      "the condition was met, and the gap is open again",
      [decidedAs("fix_before", 1, { condition: "met", reopened: true })],
      null,
      false,
    ],
    ["not for us, and counting again", [decidedAs("not_applicable", 1, { reopened: true })], null, false],
    [
      "two at the same instant: the later one",
      [decidedAs("accept", 1), decidedAs("fix_before", 1)],
      "fix_before",
      true,
    ],
  ])("%s", (_, recorded, kind, disposed) => {
    expect(countingDispositions(recorded).map((each) => each.kind)).toEqual(kind ? [kind] : []);
    expect(undisposed([blocker], recorded)).toEqual(disposed ? [] : [blocker]);
  });

  it("what closed a gap says nothing about one that is open", () => {
    const recorded = [decidedAs("fixed", 1)];
    expect(undisposed([blocker], recorded)).toEqual([blocker]);
    expect(countingDispositions(recorded)).toEqual(recorded);
  });

  it("keeps gaps apart, of services too", () => {
    const elsewhere = { service: "ledger", question: "timeouts" };
    expect(undisposed([blocker, elsewhere], [decidedAs("fix_before", 1)])).toEqual([elsewhere]);
  });
});

it("L2: a gap is carried until something is decided about it by itself, and again when it is taken along anew", () => {
  const [timeouts, logs] = [blocker, { service: "checkout", question: "logs" }];
  expect(carriedGaps([{ carried: [timeouts, logs] }, { decided: timeouts }])).toEqual([logs]);
  expect(carriedGaps([{ decided: timeouts }, { carried: [timeouts] }])).toEqual([timeouts]);
  const priced = (loss: number) => ({ ...logs, loss });
  expect(carriedGaps([{ carried: [priced(1)] }, { carried: [priced(2)] }])).toEqual([priced(2)]);
});
