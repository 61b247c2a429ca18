import { describe, expect, it } from "vitest";
import { parseRef, refText } from "./catalog-fields";

describe("references of a catalogue", () => {
  it.each([
    ["team-a", "group:shop/team-a"],
    ["group:team-a", "group:shop/team-a"],
    ["group:default/team-a", "group:default/team-a"],
    ["redhat/one-platform-devs", "group:redhat/one-platform-devs"],
    ["User:Mira.O", "user:shop/mira.o"],
    ["  team-a ", "group:shop/team-a"],
  ])("%j means %s", (text, expected) => {
    const ref = parseRef(text, "group", "shop");
    expect(ref && refText(ref)).toBe(expected);
  });

  it.each(["", " ", ":", "a:b:c", "a/b/c", "group:", "group:/x", "/x", "two words", "a b/c"])(
    "%j is none",
    (text) => expect(parseRef(text, "group")).toBeNull(),
  );
});
