import { describe, expect, it } from "vitest";
import { guessTable, matchColumns, missingFields, unreadHeaders } from "./import-columns";

describe("columns are matched by their names", () => {
  it.each([
    [
      "our own export",
      ["slug", "name", "team", "tier", "lifecycle", "tags", "version"],
      { slug: 0, name: 1, team: 2, tier: 3, lifecycle: 4, tags: 5, version: 6 },
    ],
    [
      "other words",
      ["Application", "Squad", "Criticality", "Status", "Labels"],
      { name: 0, team: 1, tier: 2, lifecycle: 3, tags: 4 },
    ],
    [
      "other spellings",
      [" SERVICE_NAME ", "Owning Team", "service-tier", "Depends on:"],
      { name: 0, team: 1, tier: 2, dependsOn: 3 },
    ],
    ["the surer of two", ["Owner", "Team", "Name", "Title"], { team: 1, name: 2 }],
    ["the first of two of one name", ["name", "name"], { name: 0 }],
    ["strangers", ["foo", "", "constructor"], {}],
    ["a version of the software", ["name", "version"], { name: 0 }],
  ])("%s", (_, headers, columns) => expect(matchColumns("services", headers)).toEqual(columns));

  it("a person's choice comes first: by header, by place, or for none", () => {
    const headers = ["Name", "Kürzel", "Team", "Wert"];
    expect(matchColumns("services", headers, { slug: "kürzel", tier: 3, team: null })).toEqual({
      name: 0,
      slug: 1,
      tier: 3,
    });
    expect(matchColumns("services", headers, { name: "Team", team: 9 })).toEqual({ name: 2 });
  });

  it("one column is not read as two fields", () => {
    expect(matchColumns("answers", ["service", "question", "status", "comment"])).toEqual({
      service: 0,
      question: 1,
      verdict: 2,
      reason: 3,
    });
    expect(matchColumns("gaps", ["service", "question", "status", "comment"])).toMatchObject({
      state: 2,
      note: 3,
    });
  });

  it.each([
    [["name", "team", "status"], "services"],
    [["service", "question", "verdict", "reason"], "answers"],
    [["service", "question", "owner", "due date", "verdict"], "gaps"],
    [["service", "question", "ticket"], "gaps"],
    [[], "services"],
  ] as const)("%j are %s", (headers, what) => expect(guessTable(headers)).toBe(what));

  it("says what is needed and in no column; a short name does for a name", () => {
    expect(missingFields("services", { team: 0 })).toEqual(["name"]);
    expect(missingFields("services", { slug: 0 })).toEqual([]);
    expect(missingFields("answers", { service: 0 })).toEqual(["question", "verdict"]);
  });
});

it("columns that nobody reads are named, those without a header are not", () => {
  expect(unreadHeaders(["name", "cost centre", "", "team"], { name: 0, team: 3, tier: null })).toEqual([
    "cost centre",
  ]);
});
