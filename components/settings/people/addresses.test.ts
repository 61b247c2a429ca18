import { describe, expect, it } from "vitest";
import { addressProblem, readAddresses } from "./addresses";

describe("addresses are read however they come", () => {
  it.each([
    ["one", "ana@example.com", ["ana@example.com"]],
    [
      "commas, semicolons, spaces and lines",
      "a@x.de, b@x.de;c@x.de d@x.de\ne@x.de",
      ["a", "b", "c", "d", "e"],
    ],
    ["with names", 'Ana Kirsch <ana@x.de>, "Kirsch, Bo" <bo@x.de>', ["ana", "bo"]],
    ["capital letters and doubles", "Ana@X.de ana@x.DE", ["ana"]],
    ["as a link", "mailto:ana@x.de", ["ana"]],
    ["other scripts", "søren@xn--example.de", ["søren@xn--example.de"]],
  ])("%s", (_, text, expected) => {
    const whole = expected.map((each) => (each.includes("@") ? each : `${each}@x.de`));
    expect(readAddresses(text)).toEqual({ emails: whole, wrong: [] });
  });

  it("keeps what is no address, to be shown", () => {
    expect(readAddresses("ana@x.de, bo, <nobody>, a@b@c")).toEqual({
      emails: ["ana@x.de"],
      wrong: ["nobody", "bo", "a@b@c"],
    });
  });
});

it.each([
  ["", "Write an e-mail address, such as ana@example.com."],
  ["bo", "“bo” is not an e-mail address, such as ana@example.com."],
  ["bo ana@x.de mia", "“bo” and 1 more are not e-mail addresses, such as ana@example.com."],
  ["ana@x.de", null],
])("says of %j: %s", (text, problem) => {
  expect(addressProblem(readAddresses(text))).toBe(problem);
});
