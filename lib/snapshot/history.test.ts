import { describe, expect, it } from "vitest";
import { STATE_CODE } from "../domain/effective-verdict";
import { factsOf, historyOf, questionCode, questionKey, withEntries } from "./history";

const line = (question: string, version: number, at: number, savedAt: number | null = null) => ({
  ...{ question: questionCode(question), version, at, savedAt },
  answer: STATE_CODE.yes + (1 << 3),
});

describe("a question", () => {
  it("has one number in a process, in whatever copy of the module it is asked for", async () => {
    const second = "./history?second";
    const copy = (await import(/* @vite-ignore */ second)) as typeof import("./history");
    expect(copy.questionCode).not.toBe(questionCode);
    const [mine, theirs] = [questionCode("asked-here-first"), copy.questionCode("asked-there-first")];
    expect(copy.questionCode("asked-here-first")).toBe(mine);
    expect(questionKey(theirs)).toBe("asked-there-first");
  });
});

describe("a history of answers", () => {
  it("has its entries by question and version, whatever order they come in, each once", () => {
    const [a, b] = [questionCode("a"), questionCode("b")].sort((x, y) => x - y).map(questionKey);
    const lines = [line(`${b}`, 1, 5), line(`${a}`, 2, 9), line(`${a}`, 1, 3), line(`${a}`, 2, 9)];
    const history = historyOf(lines);
    expect([...history.questions].map(questionKey)).toEqual([a, b]);
    expect([...history.starts]).toEqual([0, 2, 3]);
    expect([...history.at]).toEqual([3, 9, 5]);
    expect(history.savedAt).toBe(history.at);
  });

  it("grows by what is new as if all had been there at once, imported answers with their age", () => {
    const [first, second] = [line("a", 1, 3), line("b", 1, 20, 4)];
    const grown = withEntries(historyOf([first]), [second]);
    expect(grown).toEqual(historyOf([first, second]));
    expect([...grown.savedAt].sort((x, y) => x - y)).toEqual([3, 4]);
    expect(withEntries(grown, [line("a", 2, 30)])).toEqual(historyOf([first, second, line("a", 2, 30)]));
  });
});

describe("lines of facts", () => {
  it("stand in order of time, and of two at one instant the later one counts", () => {
    const facts = (id: number, at: number, tags: string[]) => ({
      ...{ id, at: new Date(at), tags, name: "Till", teamId: "t", dependsOn: [] },
      ...{ tier: 3 as const, lifecycle: "live" as const, checklistVersionId: "v", deleted: false },
    });
    const folded = factsOf([facts(3, 20, ["x"]), facts(1, 10, []), facts(2, 20, []), facts(2, 20, [])]);
    expect(folded.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(folded.map(({ scopeChangedAt }) => scopeChangedAt.getTime())).toEqual([10, 10, 20]);
  });
});
