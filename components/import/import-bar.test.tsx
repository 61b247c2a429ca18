import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type ImportAction, importRow } from "@/lib/domain/import-rows";
import { ImportBar } from "./import-bar";
import { ImportLine } from "./import-line";

const nothing = () => {};
const rowsOf = (...actions: ImportAction[]) =>
  actions.map((action, index) =>
    importRow({ key: String(index), line: index + 2, kind: "service", name: `S${index}`, action }),
  );

function bar(actions: ImportAction[], some: Partial<Parameters<typeof ImportBar>[0]> = {}): string {
  return renderToStaticMarkup(
    <ImportBar
      rows={rowsOf(...actions)}
      current
      blocked={false}
      busy={false}
      failure={null}
      onImport={nothing}
      onShowErrors={nothing}
      onAnew={nothing}
      {...some}
    />,
  );
}

describe("what can be done with a preview", () => {
  it("is exactly what would be done", () => {
    expect(bar(["create", "create", "change", "same"])).toContain(
      "Create 2 services, change 1 service</button>",
    );
  });
  it("is nothing but mending while a row cannot be imported", () => {
    const html = bar(["create", "error"]);
    expect(html).toContain("Show the 1 row to mend");
    expect(html).not.toContain("Create 1 service");
  });
  it("waits while the preview is not of what would be sent", () => {
    const html = bar(["create"], { current: false });
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain("Looking again");
  });
  it("says what it does while it does it, and cannot be pressed twice", () => {
    const html = bar(["create"], { busy: true });
    expect(html).toContain("Creating 1 service …");
    expect(html).toContain('aria-disabled="true"');
  });
  it("is another import where nothing would be written", () => {
    expect(bar(["same", "skip"])).toContain("Import another");
  });
  it("is a column to choose first", () => {
    expect(bar([], { blocked: true })).not.toContain("<button");
  });
  it("says why it was not done, beside the button", () => {
    const failure = { kind: "again" as const, message: "The server cannot be reached.", rows: null };
    const html = bar(["create"], { failure });
    expect(html.indexOf("cannot be reached")).toBeGreaterThan(-1);
    expect(html).toContain('role="alert"');
  });
});

describe("a row of an import", () => {
  const row = importRow({
    key: "component:default/checkout",
    line: 7,
    kind: "service",
    name: "Checkout",
    action: "create",
  });
  it("leads to what is there, in a word that says it happened", () => {
    const html = renderToStaticMarkup(
      <ImportLine row={{ ...row, slug: "checkout" }} done place={{ name: "a.yaml", line: 3 }} />,
    );
    expect(html).toContain('href="/services/checkout"');
    expect(html).toContain("Created");
    expect(html).toContain("a.yaml");
  });
  it("says what is wrong in words, not by colour alone", () => {
    const wrong = { ...row, action: "error" as const, reason: "No team is named: choose one." };
    const html = renderToStaticMarkup(<ImportLine row={wrong} place={null} />);
    expect(html).toContain("Mend");
    expect(html).toContain("No team is named");
    expect(html).not.toContain("href=");
  });
  it("folds away more than three notes, and keeps all", () => {
    const notes = ["one", "two", "three", "four", "five"].map((note) => `Not followed: ${note}`);
    const html = renderToStaticMarkup(<ImportLine row={{ ...row, notes }} place={null} />);
    expect(html).toContain("and 2 more");
    for (const note of notes) expect(html).toContain(note);
  });
});
