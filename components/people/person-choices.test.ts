import { describe, expect, it } from "vitest";
import { foundItems, type PersonChoices, personFilter, personSections } from "./person-choices";

const person = (id: string, name: string, teams: string[] = [], more = {}) => ({
  ...{ id, name, teams, email: null, me: false },
  ...more,
});
const PEOPLE = [
  person("1", "Ana Kirsch", ["payments"]),
  person("2", "Diana Prince"),
  person("3", "Mira Ek", ["payments", "search"], { me: true }),
  person("4", "Øystein Åberg", ["search"]),
  person("5", "Zoë Kirsch", ["payments"]),
  person("6", "小林太郎"),
];
const PAYMENTS = { slug: "payments", name: "Payments" };
const SEARCH = { slug: "search", name: "Search" };
const told = (choices: Partial<PersonChoices>) =>
  personSections({ people: PEOPLE, teams: [PAYMENTS], now: null, ...choices }).map(({ heading, items }) => [
    heading,
    items.map(({ label }) => label),
  ]);

describe("who is offered", () => {
  it("you first and once, then the team, then everybody else", () => {
    expect(told({})).toEqual([
      ["You", ["Mira Ek"]],
      ["Payments", ["Ana Kirsch", "Zoë Kirsch"]],
      ["Everybody else", ["Diana Prince", "Øystein Åberg", "小林太郎"]],
    ]);
  });

  it("the people of several teams together, each once", () => {
    expect(told({ teams: [PAYMENTS, SEARCH] })[1]).toEqual([
      "Their teams",
      ["Ana Kirsch", "Øystein Åberg", "Zoë Kirsch"],
    ]);
  });

  it("what can be chosen in place of a person on top, and whoever left and still has it", () => {
    const now = { id: "9", name: "Gone", disabled: true };
    expect(told({ now, instead: [{ value: "nobody", label: "Nobody" }] }).slice(0, 2)).toEqual([
      [null, ["Nobody"]],
      ["Now", ["Gone (left)"]],
    ]);
    expect(told({ now: { id: "1", name: "Ana Kirsch" } })[0]?.[0]).toBe("You");
  });

  it("tells people of one name apart", () => {
    const people = [
      person("1", "Mira", [], { email: "mira@a.example" }),
      person("2", "Mira", [], { email: "mira@b.example" }),
    ];
    expect(told({ people })).toEqual([
      ["Everybody else", ["Mira (mira@a.example)", "Mira (mira@b.example)"]],
    ]);
  });

  it("no empty section, without people or teams", () => {
    expect(told({ people: [], teams: [] })).toEqual([]);
  });
});

describe("finding one of them", () => {
  const sections = personSections({ people: PEOPLE, teams: [], now: null });
  const items = sections.flatMap((section) => section.items);
  it.each([
    ["ana", ["Ana Kirsch"]],
    ["KIR", ["Ana Kirsch", "Zoë Kirsch"]],
    ["kir zoe", ["Zoë Kirsch"]],
    ["aberg", ["Øystein Åberg"]],
    ["oystein", ["Øystein Åberg"]],
    ["iana", ["Diana Prince"]],
    ["太郎", ["小林太郎"]],
    ["nobody of that name", []],
  ])("“%s” finds %j", (search, names) => {
    expect([...foundItems(items, search)].map(({ label }) => label)).toEqual(names);
  });

  it("asks of each line as the search changes", () => {
    const filter = personFilter(sections);
    const named = (search: string) => items.filter((item) => filter(item, search)).map(({ value }) => value);
    expect(named("ana")).toEqual(["1"]);
    expect(named("ek")).toEqual(["3"]);
    expect(named("ana")).toEqual(["1"]);
  });
});
