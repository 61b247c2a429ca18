import { describe, expect, it } from "vitest";
import { type DraftAction, draftReducer, EMPTY_DRAFT, type ImportDraft } from "./draft";

const run = (...actions: DraftAction[]): ImportDraft => actions.reduce(draftReducer, EMPTY_DRAFT);
const pasted = (text: string) => [{ name: null, text }];
const row = (key: string, name = key) => ({ key, name });
const csv = (text: string): DraftAction => ({ type: "parts", parts: pasted(text), source: "csv" });

describe("corrections by hand", () => {
  it("add up in one row, each field the last one said", () => {
    const draft = run(
      { type: "correct", rows: [row("2", "Checkout")], correction: { tier: 1 } },
      { type: "correct", rows: [row("2", "Checkout")], correction: { team: "payments" } },
      { type: "correct", rows: [row("2", "Checkout")], correction: { tier: 2 } },
    );
    expect(draft.corrections).toEqual({ "2": { name: "Checkout", tier: 2, team: "payments" } });
  });
  it("go when nothing is left of them", () => {
    const draft = run(
      { type: "correct", rows: [row("2")], correction: { skip: true, tier: 1 } },
      { type: "correct", rows: [row("2")], correction: { skip: false } },
      { type: "correct", rows: [row("2")], correction: { tier: undefined } },
    );
    expect(draft.corrections).toEqual({});
  });
  it("reach many rows at once, and are taken back one by one or all", () => {
    const both = run({ type: "correct", rows: [row("2"), row("3")], correction: { skip: true } });
    expect(Object.keys(draftReducer(both, { type: "takeBack", keys: ["2"] }).corrections)).toEqual(["3"]);
    expect(draftReducer(both, { type: "takeBack" }).corrections).toEqual({});
  });
  it("after the text changed, those of rows that are still there stay and the others are counted", () => {
    const draft = run(
      csv("name\na\nb\nc"),
      { type: "correct", rows: [row("2", "a"), row("3", "b"), row("4", "c")], correction: { tier: 1 } },
      csv("name\na\nc"),
    );
    expect(draft.recheck).toBe(true);
    const after = draftReducer(draft, { type: "previewed", rows: [row("2", "a"), row("3", "c")] });
    expect(after).toMatchObject({ recheck: false, dropped: 2 });
    expect(Object.keys(after.corrections)).toEqual(["2"]);
  });
  it("stay as they are when a preview comes of the same text", () => {
    const draft = run({ type: "correct", rows: [row("2", "a")], correction: { tier: 1 } });
    expect(draftReducer(draft, { type: "previewed", rows: [row("2", "renamed by a column")] })).toBe(draft);
  });
});

describe("columns by hand", () => {
  it("are chosen, said to be none, and given back to their names", () => {
    const draft = run(
      { type: "column", field: "team", place: 3 },
      { type: "column", field: "tier", place: null },
      { type: "column", field: "name", place: 0 },
      { type: "column", field: "name", place: undefined },
    );
    expect(draft.columns).toEqual({ team: 3, tier: null });
  });
  it("stay while the headers do, and go with them", () => {
    const chosen = run(csv("a,b\n1,2"), { type: "column", field: "name", place: 1 });
    expect(draftReducer(chosen, csv("a,b\n1,2\n3,4")).columns).toEqual({ name: 1 });
    expect(draftReducer(chosen, csv("b,a\n2,1")).columns).toEqual({});
  });
  it("go when the rows are said to be something else", () => {
    const chosen = run(csv("a,b"), { type: "column", field: "name", place: 1 });
    expect(draftReducer(chosen, { type: "what", what: "answers" })).toMatchObject({
      what: "answers",
      columns: {},
    });
  });
});

describe("the source", () => {
  it("keeps the text and drops what belonged to the other kind", () => {
    const draft = run(
      { type: "parts", parts: pasted("kind: Group") },
      { type: "correct", rows: [row("a")], correction: { skip: true } },
      { type: "source", source: "csv" },
    );
    expect(draft).toMatchObject({ source: "csv", parts: pasted("kind: Group"), corrections: {} });
  });
  it("is left alone when it is the same", () => {
    expect(draftReducer(EMPTY_DRAFT, { type: "source", source: "backstage" })).toBe(EMPTY_DRAFT);
  });
});
