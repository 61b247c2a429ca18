import { describe, expect, it } from "vitest";
import { addFiles } from "./add-files";
import type { Part } from "./parts";

const part = (name: string | null, text: string): Part => ({ name, text });
const INFO = "catalog-info.yaml";
const one = part(INFO, "kind: Group\nmetadata: {name: a}");
const two = part(INFO, "kind: Group\nmetadata: {name: b}");
const namesOf = (parts: readonly Part[]) => parts.map(({ name }) => name);

describe("files that come to those that are there", () => {
  it("are added, and an empty text goes", () => {
    const { parts, notes, ask } = addFiles([part(null, " ")], [one, part("b.yml", "kind: A")], "backstage");
    expect([namesOf(parts), notes, ask]).toEqual([[INFO, "b.yml"], [], null]);
  });

  it("of one name never replace each other silently: both are kept, and somebody is asked", () => {
    const { parts, ask } = addFiles([one], [two], "backstage");
    expect(parts).toEqual([one, { ...two, name: `${INFO} (2)` }]);
    expect(ask).toMatchObject({
      text: `${INFO} was here already. Both are kept, the new one as ${INFO} (2).`,
      parts: [two],
    });
    const third = addFiles(parts, [part(INFO, "kind: C")], "backstage");
    expect(namesOf(third.parts)).toEqual([INFO, `${INFO} (2)`, `${INFO} (3)`]);
  });

  it("of one name that are chosen together are all taken, and it is said", () => {
    const { parts, notes, ask } = addFiles([part(null, "")], [one, two], "backstage");
    expect(namesOf(parts)).toEqual([INFO, `${INFO} (2)`]);
    expect([notes, ask]).toEqual([[expect.stringContaining("all of them are added")], null]);
  });

  it("word for word the same are not taken twice", () => {
    const { parts, notes } = addFiles([one], [part("copy.yaml", one.text)], "backstage");
    expect([parts, notes]).toEqual([[one], ["copy.yaml is here already, word for word."]]);
  });

  it("a second table waits until it may take the place of the first", () => {
    const first = part("a.csv", "name,team\n1,2");
    const { parts, ask, source } = addFiles([first], [part("b.csv", "name,team\n3,4")], "csv");
    expect([parts, source]).toEqual([[first], "csv"]);
    expect(ask).toMatchObject({ take: "Take b.csv instead", parts: [{ name: "b.csv" }] });
    expect(addFiles([one], [first], "backstage")).toMatchObject({
      parts: [one],
      source: "backstage",
      ask: { source: "csv" },
    });
  });

  it("of several tables one is taken, and the others are named", () => {
    const more = [part("a.csv", "name,team\n1,2"), part("b.csv", "name,team\n3,4")];
    expect(addFiles([part(null, "")], more, "backstage")).toMatchObject({
      ...{ source: "csv", parts: [{ name: "a.csv" }] },
      notes: ["One table is imported at a time: b.csv was not added."],
    });
  });
});
