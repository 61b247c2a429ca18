import { describe, expect, it } from "vitest";
import { setUp } from "../commands/organisation/set-up";
import { db } from "../db/client";
import { NOON } from "../testing/factories";
import { setUpFirstAdmin } from "./first-admin";

process.env.PLUMBLINE_ADMIN_EMAIL = "Ops@Example.com";
process.env.PLUMBLINE_ADMIN_PASSWORD = "a password from a vault";

describe("an unattended installation", () => {
  it("is set up by its environment, and by nobody who happens to be faster", async () => {
    const stranger = {
      organisation: { name: "Mine now", timeZone: "UTC", currency: "EUR" },
      admin: { name: "Eve", email: "eve@example.com", password: "first come first served" },
    };
    await expect(setUp(stranger, NOON, "test-request")).rejects.toMatchObject({ code: "refused" });
    await setUpFirstAdmin(NOON);
    const people = await db().person.findMany();
    expect(people).toMatchObject([{ email: "ops@example.com", admin: true }]);
    await expect(setUp(stranger, NOON, "test-request")).rejects.toMatchObject({ code: "already_set_up" });
  });

  it("is left alone when it is set up already", async () => {
    await setUpFirstAdmin(NOON);
    expect(await db().person.count()).toBe(1);
  });
});
