import { describe, expect, it } from "vitest";
import { operations } from "../contracts/operations";
import { db } from "../db/client";
import { HOST, respond, withEnv } from "../testing/http";
import { Browser, PASSWORD, peer, somebody } from "../testing/next-auth";
import { rememberingDevice } from "./auth-route";

describe("the device cookie", () => {
  const DEVICE = "plumbline.device";
  const lock = async (email: string) => {
    for (let n = 0; n < 11; n += 1) await new Browser(peer()).signIn(email, "wrong password");
  };
  const enter = async (browser: Browser, email: string, password = PASSWORD) => {
    await browser.post("signout", {});
    return (await browser.signIn(email, password)).status;
  };

  it("opens a locked account to the browser that has it, after signing out too; strangers wait", async () => {
    const { email } = await somebody();
    const browser = new Browser(peer());
    const reply = await browser.signIn(email, PASSWORD);
    const set = reply.headers.getSetCookie().find((line) => line.startsWith(DEVICE));
    expect(set).toMatch(/; HttpOnly/i);
    expect(set).toMatch(/; SameSite=Lax/i);
    expect(set).toMatch(/; Max-Age=34560000/i);
    expect(set).not.toContain(email);
    await lock(email);
    expect(await enter(new Browser(peer()), email)).toBe(429);
    expect(await enter(browser, email)).toBe(200);
    expect(await enter(new Browser(peer()), email)).toBe(429);
  });

  it("is of several people who share a browser, and under https of this host alone", async () => {
    await withEnv({ PLUMBLINE_URL: `https://${HOST}` }, async () => {
      const [ana, ben] = [await somebody(), await somebody()];
      const browser = new Browser({ ...peer(), origin: `https://${HOST}` });
      for (const { email } of [ana, ben]) expect(await enter(browser, email)).toBe(200);
      expect(browser.cookies.has(`__Host-${DEVICE}`)).toBe(true);
      for (const { email } of [ana, ben]) {
        await lock(email);
        expect(await enter(browser, email)).toBe(200);
      }
    });
  });

  it("ends with the password, but for the browser in which it was changed", async () => {
    const { email } = await somebody();
    const [here, elsewhere] = [new Browser(peer()), new Browser(peer())];
    for (const browser of [here, elsewhere]) expect(await enter(browser, email)).toBe(200);
    const next = "another horse battery";
    const as = [...here.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = { current: PASSWORD, next };
    const changed = await respond("changePassword", { as, params: { person: "me" }, body });
    expect(changed.status).toBe(204);
    here.keep(changed);
    await lock(email);
    expect(await enter(elsewhere, email, next)).toBe(429);
    expect(await enter(here, email, next)).toBe(200);
  });

  it("is missing, and the answer there all the same, when the database goes once the password is changed", async () => {
    const { email } = await somebody();
    const browser = new Browser(peer());
    expect(await enter(browser, email)).toBe(200);
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const route = rememberingDevice(
      Object.assign(
        async () => {
          await db().$executeRawUnsafe('ALTER TABLE "Session" RENAME TO "Gone"');
          return new Response(null, { status: 204 });
        },
        { operation: operations.changePassword },
      ),
    );
    try {
      const request = new Request(`http://${HOST}/`, { method: "PUT", headers: { cookie } });
      const response = await route(request, { params: Promise.resolve({ person: "me" }) });
      expect(response.status).toBe(204);
      expect(response.headers.getSetCookie()).toEqual([]);
    } finally {
      await db().$executeRawUnsafe('ALTER TABLE "Gone" RENAME TO "Session"');
    }
  });
});
