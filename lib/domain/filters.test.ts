import { expect, it } from "vitest";
import {
  amongGaps,
  amongGapsName,
  DAILY_FILTERS,
  OTHER_FILTERS,
  ofServices,
  SERVICE_FILTERS,
} from "./filters";

it("every filter of services goes by each day, or by the instant that is asked about", () => {
  expect([...DAILY_FILTERS, ...OTHER_FILTERS].sort()).toEqual(Object.keys(SERVICE_FILTERS).sort());
});

it.each([
  ["team", "team"],
  ["q", "serviceQ"],
  ["owner", "serviceOwner"],
  ["kind", "serviceKind"],
])("a filter of services named %s is called %s where gaps are filtered", (name, expected) => {
  expect(amongGapsName(name)).toBe(expected);
});

it("filters of services are found again among those of gaps", () => {
  const choice = { team: ["pay"], tier: ["1"], tag: [] };
  expect(ofServices({ ...amongGaps(choice), owner: ["me"], area: ["traffic"] })).toMatchObject(choice);
});
