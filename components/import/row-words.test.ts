import { describe, expect, it } from "vitest";
import { IMPORT_ACTIONS, type ImportAction, type ImportKind } from "@/lib/domain/import-rows";
import { ACTION_ORDER, correctable, kindWord, rowHref, shownChanges } from "./row-words";

describe("what a row is about", () => {
  it.each<[string, ImportKind, string]>([
    ["Team", "team", "group:default/a"],
    ["Service", "service", "7"],
    ["User", "entity", "user:default/guest"],
    ["API", "entity", "api:default/pay"],
    ["Location", "entity", "location:devex/root"],
    ["Document", "entity", "line:12"],
  ])("%s", (word, kind, key) => {
    expect(kindWord({ kind, key })).toBe(word);
  });
});

describe("what a row writes", () => {
  const changes = [
    { field: "name", from: null, to: "Checkout" },
    { field: "tier", from: "2", to: "1" },
    { field: "description", from: "Old", to: "" },
    { field: "tags", from: null, to: null },
    { field: "unheardOf", from: null, to: "x" },
  ];
  it("leaves out of a new one its name and what is empty", () => {
    expect(shownChanges({ action: "create", name: "Checkout", changes })).toEqual([
      { field: "tier", from: null, to: "1" },
      { field: "unheardOf", from: null, to: "x" },
    ]);
  });
  it("says of a changed one what was and will be, also where that is nothing", () => {
    expect(shownChanges({ action: "change", name: "Checkout", changes }).slice(0, 3)).toEqual([
      { field: "name", from: "none", to: "Checkout" },
      { field: "tier", from: "2", to: "1" },
      { field: "description", from: "Old", to: "none" },
    ]);
  });
});

describe("what can be corrected by hand", () => {
  it.each<[ImportKind, ImportAction, boolean, { facts: boolean; skip: boolean }]>([
    ["service", "error", false, { facts: true, skip: true }],
    ["service", "create", false, { facts: true, skip: true }],
    ["service", "same", false, { facts: true, skip: false }],
    ["service", "skip", true, { facts: false, skip: true }],
    ["service", "skip", false, { facts: false, skip: false }],
    ["team", "create", false, { facts: false, skip: true }],
    ["answer", "error", false, { facts: false, skip: true }],
    ["entity", "error", false, { facts: false, skip: true }],
    ["entity", "skip", true, { facts: false, skip: true }],
    ["entity", "skip", false, { facts: false, skip: false }],
  ])("%s, %s, left out by hand: %s", (kind, action, skip, can) => {
    expect(correctable({ kind, action }, { skip })).toEqual(can);
  });
});

it.each<[ImportKind, string | null, string | null]>([
  ["team", "payments", "/teams/payments"],
  ["service", "checkout", "/services/checkout"],
  ["answer", "checkout", "/services/checkout/assess"],
  ["plan", "checkout", "/services/checkout"],
  ["service", null, null],
])("a %s called %s leads to %s", (kind, slug, href) => {
  expect(rowHref({ kind, slug })).toBe(href);
});

it("there is a filter for every outcome", () => {
  expect([...ACTION_ORDER].sort()).toEqual([...IMPORT_ACTIONS].sort());
});
