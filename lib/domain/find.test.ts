import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestFound, findable, finds, slipsBetween, wanted } from "./find";

const score = (search: string, name: string, ...also: string[]) =>
  finds(wanted(search), findable(name, ...also));

describe("a search finds", () => {
  it.each<[search: string, name: string, also?: string]>([
    ["checkout", "Checkout"],
    ["chec", "Checkout"],
    ["out", "Checkout"],
    ["chekout", "Checkout"],
    ["chcekout", "Checkout"],
    ["checout ap", "Checkout API"],
    ["api checkout", "Checkout API"],
    ["zurich", "Zürich money"],
    ["ZÜRICH", "Zurich"],
    ["payments", "Checkout", "Payments"],
    ["paymetns check", "Checkout", "Payments"],
    ["b2b", "B2B portal"],
    ["東京", "東京の店"],
    ["🚀", "Team 🚀"],
    ["checkout-api", "checkout-api"],
  ])("by %s: %s %s", (search, name, also = "") => {
    expect(score(search, name, also)).toBeGreaterThan(0);
  });

  it.each<[search: string, name: string]>([
    ["", "Checkout"],
    ["   ", "Checkout"],
    ["checkout ledger", "Checkout"],
    ["api", "Apx"],
    ["dog", "Dig"],
    ["ledger", "Checkout"],
    ["...", "Checkout"],
    ["🚀", "Team 🛸"],
    ["aaaaaaaa", "Avalanche"],
  ])("not by %j: %s", (search, name) => {
    expect(score(search, name)).toBe(0);
  });

  it.each<[search: string, better: [string, string?], worse: [string, string?]]>([
    ["checkout", ["Checkout"], ["Checkout API"]],
    ["checkout", ["Checkout API"], ["Old checkout"]],
    ["check", ["Checkout"], ["Healthcheck"]],
    ["check", ["Check in"], ["Checkout"]],
    ["chekout", ["Chekout"], ["Checkout"]],
    ["payments", ["Payments"], ["Checkout", "Payments"]],
    ["pay", ["Payroll"], ["Checkout", "Pay"]],
    ["ledger", ["Ledger"], ["Ledger of all that is owed to anybody"]],
    ["lede", ["Ledeburg"], ["Ledge"]],
    ["checkout-api", ["checkout-api"], ["checkout-api-v2"]],
    ["checkout api", ["checkout-api"], ["api checkout"]],
    ["mail.v2", ["Mail/v2"], ["Mail v2 relay"]],
  ])("by %s rather %j than %j", (search, better, worse) => {
    expect(score(search, ...(better as [string]))).toBeGreaterThan(score(search, ...(worse as [string])));
  });
});

it.each([
  ["same", "same", 0],
  ["sam", "same", 0],
  ["smae", "same", 1],
  ["sme", "same", 1],
  ["samme", "same", 1],
  ["sxme", "same", 1],
  ["abcdefgh", "same", 3],
])("from %s to a beginning of %s it takes %i slips, or more than two", (typed, text, slips) => {
  expect(slipsBetween(typed, text, 2)).toBe(slips);
});

it("one slip in a word of four letters or more is always forgiven", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z]{5,12}$/),
      fc.nat(),
      fc.constantFrom("drop", "double", "swap", "change"),
      (word, place, kind) => {
        const at = place % (word.length - 1);
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const slipped = {
          drop: head + tail.slice(1),
          double: head + (tail[0] ?? "") + tail,
          swap: head + (tail[1] ?? "") + (tail[0] ?? "") + tail.slice(2),
          change: `${head}_${tail.slice(1)}`.replace("_", tail[0] === "q" ? "x" : "q"),
        }[kind];
        expect(score(slipped, word)).toBeGreaterThan(0);
        expect(score(word, word)).toBeGreaterThanOrEqual(score(slipped, word));
      },
    ),
  );
});

it("the best come first, of equal ones the earlier", () => {
  const scores = new Map([
    ["a", 1],
    ["b", 0],
    ["c", 2],
    ["d", 1],
  ]);
  const best = bestFound([...scores.keys()], (each) => scores.get(each) ?? 0, 3);
  expect(best.map(({ item }) => item)).toEqual(["c", "a", "d"]);
});

it("whose name is typed as it is written has the highest score, whatever signs it holds", () => {
  for (const name of ["checkout-api", "Checkout API", "mail/v2", "A.B"])
    expect(score(name, name)).toBeGreaterThan(1.4);
});
