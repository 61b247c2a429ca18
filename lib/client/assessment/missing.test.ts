import { expect, it } from "vitest";
import { missingToSave } from "./missing";

const whole = { verdict: "no", reason: "", evidence: [] } as const;
const fieldsOf = (part: object, critical = false) =>
  missingToSave({ ...whole, ...part }, { critical }).map(({ field }) => field);
const link = (url: string, label = "") => ({ evidence: [{ label, url }] });

it.each([
  [{}, []],
  [{ verdict: null }, ["verdict"]],
  [{ verdict: "not_applicable" }, ["reason"]],
  [{ verdict: "not_applicable", reason: "\u200b \u2060" }, ["reason"]],
  [{ verdict: "not_applicable", reason: "no uploads" }, []],
  [{ reason: "🙃".repeat(4000) }, []],
  [{ reason: "🙃".repeat(4001) }, ["reason"]],
  [{ reason: "a\u0000b" }, ["reason"]],
  [{ reason: "\ud800" }, ["reason"]],
  [link("https://a.example/ü"), []],
  [link("mailto:ops@a.example"), []],
  [link("a.example"), ["evidence.0.url"]],
  [link("javascript:alert(1)"), ["evidence.0.url"]],
  [link("", "a name"), ["evidence.0.url"]],
  [link("https://a.example", "x".repeat(121)), ["evidence.0.label"]],
  [{ evidence: Array(21).fill({ label: "", url: "https://a.example" }) }, ["evidence"]],
])("of %j, %j is missing", (part, fields) => {
  expect(fieldsOf(part)).toEqual(fields);
});

it("wants something to show for a critical yes, and nothing for another", () => {
  expect(fieldsOf({ verdict: "yes" }, true)).toEqual(["evidence"]);
  expect(fieldsOf({ verdict: "yes", ...link("https://a.example") }, true)).toEqual([]);
  expect(fieldsOf({ verdict: "yes" })).toEqual([]);
});
