import { expect, it } from "vitest";
import { keptText, SERVICE_TEXT_NAMES, SERVICE_TEXTS, textFault, textsOf } from "./service-texts";

it("texts are taken from what is known, else left as they were, else empty", () => {
  const before = textsOf({ description: "Takes the money." });
  expect(textsOf({}, before)).toEqual(before);
  expect(textsOf({ description: null }, before)).toEqual(before);
  expect(textsOf({ description: "" }, before)).toMatchObject({ description: "" });
  expect(Object.keys(textsOf({ ...before, ...{ name: "Checkout" } }))).toEqual(SERVICE_TEXT_NAMES);
});

it("no two of them are called alike, in a form or in a table", () => {
  const headers = Object.values(SERVICE_TEXTS).flatMap(({ headers, label }) => [
    ...new Set([...headers, label.toLowerCase()]),
  ]);
  expect(new Set(headers).size).toBe(headers.length);
});

it.each([
  ["  Ana's rota \t", "Ana's rota"],
  [" \u00a0\u200b\n ", ""],
  ["نوبت‌کاری پرداخت 📟", "نوبت‌کاری پرداخت 📟"],
])("of one line %j is kept as %j, of several as it is", (text, kept) => {
  expect(keptText("onCall", text)).toBe(kept);
  expect(keptText("description", text)).toBe(text);
});

it.each([
  ["#payments-on-call, then Ana: +49 30 901820", null],
  ["https://acme.pagerduty.com/schedules/P123", null],
  ["data is on call: ask Bo", null],
  ["Data: ask Mira, ext. 12", null],
  ["File: see the runbook", null],
  ["first\nsecond", "lines"],
  ["first\u2028second", "lines"],
  ["java\tscript:alert(1)", "lines"],
  ["javascript:alert(1)", "runs"],
  ["  JavaScript:alert(1)", "runs"],
  ["data:text/html,x", "runs"],
])("%j cannot be a line because of %j", (text, fault) => {
  expect(textFault("onCall", text)).toBe(fault);
  expect(textFault("description", text)).toBeNull();
});
