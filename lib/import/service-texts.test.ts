import { describe, expect, it } from "vitest";
import { matchColumns } from "../domain/import-columns";
import { readServiceRows } from "./service-rows";
import { aService, catalog, component, plan } from "./testing-plans";

const LONG = "📟".repeat(200);
const annotated = (annotations: object) => catalog(component("checkout", {}, { annotations })).services[0];

describe("who is on call, in a catalogue", () => {
  it.each([
    [{ "pagerduty.com/service-id": "P123" }, "PagerDuty service P123"],
    [{ "opsgenie.com/component-selector": 'tag:"checkout"' }, 'Opsgenie tag:"checkout"'],
    [{ "opsgenie.com/team": " المدفوعات " }, "Opsgenie team المدفوعات"],
    [
      { "opsgenie.com/team": "Payments", "pagerduty.com/service-id": "P123" },
      "PagerDuty service P123, Opsgenie team Payments",
    ],
    [{ "pagerduty.com/service-id": "" }, null],
    [{}, null],
  ])("is said by %j: %j", (annotations, onCall) => {
    expect(annotated(annotations)).toMatchObject({ onCall, notes: [] });
  });

  it("is never said by a key, which is a secret: it stands nowhere afterwards", () => {
    const key = "R0SECRETKEY";
    const wanted = annotated({ "pagerduty.com/integration-key": key, "pagerduty.com/service-id": "P123" });
    expect(wanted?.onCall).toBe("PagerDuty service P123");
    expect(annotated({ "pagerduty.com/integration-key": key })?.onCall).toBeNull();
    expect(JSON.stringify([wanted, annotated({ "pagerduty.com/integration-key": [key] })])).not.toContain(
      key,
    );
  });

  it.each([
    [{ "pagerduty.com/service-id": 12 }, "The annotation pagerduty.com/service-id is not text: left out."],
    [{ "opsgenie.com/team": "a\nb" }, "The annotation opsgenie.com/team has more than one line: left out."],
    [
      { "opsgenie.com/team": LONG },
      "The annotation opsgenie.com/team is longer than 200 characters: left out.",
    ],
  ])("that cannot be kept is left out with a note: %j", (annotations, note) => {
    expect(annotated(annotations)).toMatchObject({ onCall: null, notes: [note] });
  });
});

describe("who is on call, in a table", () => {
  const read = (header: string, cell: string) =>
    readServiceRows(
      [{ line: 2, cells: ["Checkout", "Payments", cell] }],
      matchColumns("services", ["name", "team", header]),
    ).services[0];

  it.each(["on_call", "onCall", "On call", "ROTA", "pager"])("stands under %s", (header) => {
    expect(read(header, " Ana 📟 ")).toMatchObject({ onCall: "Ana 📟", problems: [] });
  });

  it.each(["PagerDuty", "Opsgenie"])("is not looked for under %s, where a secret key may stand", (header) => {
    expect(read(header, "0123456789abcdef0123456789abcdef")).toMatchObject({ onCall: null });
  });

  it.each([
    ["", null],
    [" \t ", null],
    [LONG, LONG],
    ["https://acme.pagerduty.com/schedules/P123", "https://acme.pagerduty.com/schedules/P123"],
  ])("of %j is %j", (cell, onCall) => {
    expect(read("on_call", cell)).toMatchObject({ onCall, problems: [] });
  });

  it.each([
    [`${LONG}x`, "“On call” is longer than 200 characters."],
    ["Ana\nBo", "“On call” has more than one line."],
    ["javascript:alert(1)", "“On call” is an address that a browser would run, not a link."],
  ])("that cannot be kept refuses the row: %j", (cell, message) => {
    expect(read("on_call", cell)?.problems).toEqual([{ field: null, message }]);
  });

  it("that says nothing leaves what is there, and else takes its place", () => {
    const services = [aService({ onCall: "Ana", description: "Takes the money." })];
    const of = (onCall: string) => {
      const wanted = readServiceRows(
        [{ line: 2, cells: ["checkout", "Payments", onCall] }],
        matchColumns("services", ["slug", "team", "on_call"]),
      );
      return plan(wanted, { services }).rows.find(({ kind }) => kind === "service")?.changes;
    };
    expect(of("")).toEqual([]);
    expect(of("Ana")).toEqual([]);
    expect(of("Bo")).toEqual([{ field: "onCall", from: "Ana", to: "Bo" }]);
  });
});
