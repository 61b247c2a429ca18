import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cursor, flag, oneOf, pageAddress, slug, someOf, text, texts, toggledIn } from "./page-address";

const page = pageAddress(
  "/things",
  {
    q: text(),
    team: slug,
    tag: texts((tag) => tag.length < 5, 2),
    kind: someOf(["a", "b", "c"]),
    sort: oneOf(["name", "-name"], "name"),
    due: oneOf(["soon", "late"]),
    whole: flag,
    cursor,
  },
  ["cursor"],
);
const nothing = {
  ...{ q: "", team: "", tag: [], kind: [], sort: "name", due: "", whole: false, cursor: "" },
};
/** Search parameters as Next hands them to a page. */
const paramsOf = (href: string) => {
  const search = new URL(href, "http://x").searchParams;
  return Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
};

describe("the address of a page", () => {
  it("is bare when nothing is asked for", () => {
    expect(page.read({})).toEqual(nothing);
    expect(page.none).toEqual(nothing);
    expect(page.href(page.none)).toBe("/things");
    expect(page.href({})).toBe("/things");
    expect(page.isNarrowed(page.none)).toBe(false);
  });

  it.each<[string, Record<string, string | string[]>, object]>([
    ["trims a text, and takes the first of several", { q: [" pay ", "x"] }, { q: "pay" }],
    ["what no database could carry", { q: "a\u0000b" }, {}],
    ["what is too long", { q: "x".repeat(201), cursor: "x".repeat(2001) }, {}],
    ["what is no short name", { team: "Not A Slug" }, {}],
    [
      "values that are not good, and those beyond the most",
      { tag: ["abcde", "a", "b", "c"] },
      { tag: ["a", "b"] },
    ],
    [
      "values twice, empty and unknown; the others come in their order",
      { kind: ["c", "", "z", "a", "c"] },
      { kind: ["a", "c"] },
    ],
    ["what a list does not have", { sort: "luck", due: "never", whole: "yes" }, {}],
    [
      "nothing that is known",
      { sort: "-name", due: "late", whole: "true" },
      { sort: "-name", due: "late", whole: true },
    ],
    ["parameters of other pages", { other: "1" }, {}],
  ])("passes over %s", (_, params, read) => {
    expect(page.read(params)).toEqual({ ...nothing, ...read });
  });

  it("keeps everything when one thing changes, but for what starts anew then", () => {
    const query = page.read({ q: "pay", kind: "a", cursor: "abc" });
    expect(page.href(query, { due: "soon" }, "#list")).toBe("/things?q=pay&kind=a&due=soon#list");
    expect(page.href(query, { cursor: "def" })).toBe("/things?q=pay&kind=a&cursor=def");
    expect(page.search(query)).toBe("?q=pay&kind=a&cursor=abc");
    expect(page.beside(query, ["q"])).toEqual([["kind", "a"]]);
  });

  it("asks for what is there, and no more", () => {
    const query = page.read({ kind: ["a", "b"], sort: "-name" });
    expect(page.asked(query)).toEqual({ kind: ["a", "b"], sort: "-name" });
    expect(page.isNarrowed(query)).toBe(true);
    expect(page.isNarrowed(query, ["kind", "sort"])).toBe(false);
  });

  it("is read and written the same again, whatever it asks for", () => {
    const query = fc.record({
      q: fc.constantFrom("", "pay", "ä & ö", "a=b?c#d"),
      team: fc.constantFrom("", "payments"),
      tag: fc.uniqueArray(fc.constantFrom("a", "b b", "ü"), { maxLength: 2 }),
      kind: fc.subarray(["a", "b", "c"] as const),
      sort: fc.constantFrom("name" as const, "-name" as const),
      due: fc.constantFrom("" as const, "soon" as const),
      whole: fc.boolean(),
      cursor: fc.constantFrom("", "abc"),
    });
    fc.assert(
      fc.property(query, (asked) => {
        expect(page.read(paramsOf(`/things${page.search(asked)}`))).toEqual(asked);
      }),
    );
  });
});

it("puts a value in, and takes it out when it is in", () => {
  expect(toggledIn(["a"], "b")).toEqual(["a", "b"]);
  expect(toggledIn(["a", "b"], "a")).toEqual(["b"]);
});
