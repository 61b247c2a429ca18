import { describe, expect, it } from "vitest";
import { hashPassword } from "../../auth/passwords";
import { signIn } from "../../auth/sign-in";
import { db } from "../../db/client";
import { aPerson, NOON, scopeOf } from "../../testing/factories";
import { editOrganisation } from "./edit-organisation";
import { setUp } from "./set-up";

const SETUP = {
  organisation: { name: "Acme 🚀", timeZone: "Asia/Kathmandu", currency: "NPR" },
  admin: { name: "Ana Kirsch", email: "ana@example.com", password: "a sentence is easy to keep" },
};

describe("the first start", () => {
  it.each(["123456789012", "passwordpassword", "PasswordPassword"])(
    "refuses a password that anybody would guess: %s",
    async (password) => {
      const admin = { ...SETUP.admin, password };
      await expect(setUp({ ...SETUP, admin }, NOON, "r")).rejects.toMatchObject({
        code: "invalid_input",
        details: { fields: [{ field: "admin.password" }] },
      });
      expect(await db().organisation.count()).toBe(0);
    },
  );

  it("twenty at once: one organisation, one admin, one audit event; nineteen are told", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        setUp({ ...SETUP, admin: { ...SETUP.admin, email: `ana-${n}@example.com` } }, NOON, `r${n}`),
      ),
    );
    const [won, ...others] = tries.filter((each) => each.status === "fulfilled");
    expect(others).toEqual([]);
    for (const each of tries.filter((one) => one.status === "rejected"))
      expect(each.reason).toMatchObject({ code: "already_set_up" });
    const people = await db().person.findMany();
    expect(people).toMatchObject([{ id: won?.value.person, admin: true, executive: false }]);
    expect(await db().organisation.findMany()).toMatchObject([{ id: 1, ...SETUP.organisation, version: 1 }]);
    expect(await db().auditEvent.findMany()).toMatchObject([
      { action: "organisation.created", actorId: won?.value.person, at: NOON },
    ]);
    const { email } = people[0] ?? { email: "" };
    const from = { address: "192.0.2.1", userAgent: "", requestId: "r" };
    expect(await signIn({ email, password: SETUP.admin.password }, from, NOON)).toMatchObject({
      kind: "session",
    });
  });

  it("once it is over, strangers are refused without the work of hashing their password", async () => {
    const work = async (one: () => Promise<unknown>) => {
      const before = process.cpuUsage();
      await Promise.allSettled(Array.from({ length: 20 }, one));
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const hashing = await work(() => hashPassword(SETUP.admin.password));
    expect(await work(() => setUp(SETUP, NOON, "r"))).toBeLessThan(hashing / 2);
    await expect(setUp(SETUP, NOON, "r")).rejects.toMatchObject({ code: "already_set_up" });
  });
});

describe("editing the organisation", () => {
  it("changes what is named, keeps the rest, and audits it", async () => {
    const admin = await aPerson({ admin: true });
    const scope = scopeOf(admin, "organisation:edit");
    const edited = await editOrganisation(scope, { currency: "EUR", expectedVersion: 1 }, NOON);
    expect(edited).toEqual({ ...SETUP.organisation, currency: "EUR", version: 2, can: { edit: true } });
    const events = await db().auditEvent.findMany({ where: { action: "organisation.edited" } });
    expect(events).toMatchObject([{ actorId: admin.person.id, details: { currency: "EUR" } }]);
  });

  it("of another version is refused with what is there now; two at once: one", async () => {
    const scope = scopeOf(await aPerson({ admin: true }), "organisation:edit");
    await expect(editOrganisation(scope, { name: "Late", expectedVersion: 1 }, NOON)).rejects.toMatchObject({
      code: "conflict",
      details: { current: { currency: "EUR", version: 2 } },
    });
    const tries = await Promise.allSettled(
      ["A", "B", "C", "D"].map((name) => editOrganisation(scope, { name, expectedVersion: 2 }, NOON)),
    );
    expect(tries.filter((each) => each.status === "fulfilled")).toHaveLength(1);
    expect(await db().auditEvent.count({ where: { action: "organisation.edited" } })).toBe(2);
  });

  it("is forbidden to an executive", async () => {
    const executive = await aPerson({ executive: true });
    expect(() => scopeOf(executive, "organisation:edit")).toThrow("not change it");
  });
});
