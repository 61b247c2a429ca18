import { describe, expect, it } from "vitest";
import { peoplePage } from "@/components/addresses/pages";
import { plainText } from "@/components/figure/linked-words";
import { peopleSentence } from "./people-sentence";

const counts = { enabled: 12, admins: 2, disabled: 0, invitations: 3 };

describe("who is here, in a sentence", () => {
  it.each([
    [counts, "12 people, 2 admins; 3 invitations are open."],
    [{ ...counts, admins: 1, invitations: 1 }, "12 people, 1 admin; 1 invitation is open."],
    [{ ...counts, invitations: 0 }, "12 people, 2 admins; no invitation is open."],
    [{ ...counts, invitations: null }, "12 people, 2 admins."],
    [{ ...counts, enabled: 1204 }, "1,204 people, 2 admins; 3 invitations are open."],
    [{ ...counts, enabled: 1, admins: 1 }, "Only you are here; 3 invitations are open."],
    [{ ...counts, enabled: 1, invitations: null }, "Only you are here."],
  ])("%j", (given, sentence) => {
    expect(plainText(peopleSentence(given))).toBe(sentence);
  });

  it("leads from every number to what it counts", () => {
    expect(peopleSentence(counts).filter(({ text }) => /\d/.test(text))).toEqual([
      { text: "12 people", href: "/settings/people?state=enabled" },
      { text: "2 admins", href: "/settings/people?rights=admin&state=enabled" },
      { text: "3 invitations", href: "#invitations" },
    ]);
  });
});

describe("the address of the list", () => {
  const nothing = { q: "", rights: "", state: "", cursor: "" };
  it.each([
    [{}, nothing, "/settings/people"],
    [{ q: " mi " }, { ...nothing, q: "mi" }, "/settings/people?q=mi"],
    [
      { q: ["a", "b"], state: "disabled", rights: "executive", cursor: "c" },
      { q: "a", rights: "executive", state: "disabled", cursor: "c" },
      "/settings/people?q=a&rights=executive&state=disabled&cursor=c",
    ],
    [{ q: "x".repeat(201), state: "gone", rights: "owner" }, nothing, "/settings/people"],
    [{ q: "a\u0000", cursor: "x".repeat(2001) }, nothing, "/settings/people"],
  ])("%j", (params, query, href) => {
    expect(peoplePage.read(params)).toEqual(query);
    expect(`/settings/people${peoplePage.search(peoplePage.read(params))}`).toBe(href);
  });

  it("asks the list for nothing that was not asked", () => {
    expect(peoplePage.asked(peoplePage.read({}))).toEqual({});
    expect(peoplePage.asked(peoplePage.read({ rights: "admin", q: "a" }))).toEqual({
      q: "a",
      rights: "admin",
    });
  });

  it.each([
    [{}, false],
    [{ cursor: "c" }, false],
    [{ q: "a" }, true],
    [{ state: "disabled" }, true],
  ])("%j narrows it: %s", (params, narrowed) => {
    expect(peoplePage.isNarrowed(peoplePage.read(params), ["cursor"])).toBe(narrowed);
  });
});
