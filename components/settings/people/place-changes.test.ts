import { expect, it } from "vitest";
import { afterPlaceChange, type PlaceChange, placeChangeText } from "./place-changes";

const teams = [{ slug: "payments", name: "Payments" }];
const payments = { team: "payments", role: "member" as const };
const search = { team: "search", role: "lead" as const };
const asLead = { ...payments, role: "lead" as const };

it.each<[PlaceChange, object[], string]>([
  [{ kind: "save", place: asLead }, [asLead, search], "Mira is a lead of Payments now."],
  [{ kind: "remove", place: payments }, [search], "Mira is off Payments."],
  [{ kind: "remove", place: search }, [payments], "Mira is off search."],
])("changes a place and keeps the order: %j", (change, after, text) => {
  expect(afterPlaceChange([payments, search], change)).toEqual(after);
  expect(placeChangeText("Mira", [payments, search], change, teams)).toBe(text);
});

it("adds a place at the end", () => {
  expect(afterPlaceChange([search], { kind: "save", place: payments })).toEqual([search, payments]);
  expect(placeChangeText("Mira", [search], { kind: "save", place: payments }, teams)).toBe(
    "Mira is on Payments, as a member.",
  );
});
