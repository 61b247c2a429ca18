import { describe, expect, it } from "vitest";
import { organisationEdit, setup } from "./organisation";

describe("the time zone of an organisation", () => {
  it.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["AMERICA/NEW_YORK", "America/New_York"],
    ["utc", "UTC"],
    ["US/Eastern", "America/New_York"],
  ])("%s is kept as %s", (typed, kept) => {
    expect(organisationEdit.parse({ timeZone: typed }).timeZone).toBe(kept);
    const organisation = { name: "Acme", timeZone: typed, currency: "EUR" };
    const admin = { name: "Ana", email: "ana@example.com", password: "a sentence is easy to keep" };
    expect(setup.parse({ organisation, admin }).organisation.timeZone).toBe(kept);
  });

  it.each(["", "Europe/Atlantis", "+01:00", "x".repeat(65)])("%j is refused", (typed) => {
    const { success, error } = organisationEdit.safeParse({ timeZone: typed });
    expect(success).toBe(false);
    expect(error?.issues[0]?.path).toEqual(["timeZone"]);
  });

  it("is spelled as in the list to choose from, for every zone of it", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      expect(organisationEdit.parse({ timeZone: zone.toLowerCase() }).timeZone).toBe(zone);
    }
  });
});
