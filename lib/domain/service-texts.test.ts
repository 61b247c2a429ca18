import { expect, it } from "vitest";
import { SERVICE_TEXT_NAMES, SERVICE_TEXTS, textsOf } from "./service-texts";

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
