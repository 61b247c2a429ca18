import { request } from "@playwright/test";
import pg from "pg";
import { readEvents } from "../lib/testing/event-reader";
import { expect, setUp, signIn, test } from "./fixtures";
import { startServer } from "./server";

/** A stream of events of the admin, as a browser that takes compressed answers opens it. */
async function openStream(url: string) {
  const context = await request.newContext();
  await signIn(context, url);
  const { cookies } = await context.storageState();
  await context.dispose();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const response = await fetch(`${url}/api/v1/events`, {
    headers: { cookie, "accept-encoding": "gzip, br", accept: "text/event-stream" },
  });
  expect(response.status).toBe(200);
  return { response, events: readEvents(response) };
}

test("a server that is asked to stop ends its open streams, and stops at once", async () => {
  const server = await startServer("stopping");
  await setUp(server.url);
  const { response, events } = await openStream(server.url);
  expect(response.headers.get("content-encoding")).toBeNull();
  let event = await events.next();
  while (event?.event === "change") event = await events.next();
  expect(event?.event).toBe("hello");

  const began = Date.now();
  const untilEnd = (async () => {
    while (await events.next());
  })();
  await server.stop();
  await untilEnd;
  // One that does not stop by itself is killed after 3 s.
  expect(Date.now() - began).toBeLessThan(2_500);
});

test("an event passes at once through the built server, which compresses everything else", async ({
  server,
  api,
}) => {
  const { events } = await openStream(server.url);
  while ((await events.next())?.event !== "hello");
  const began = Date.now();
  await api.call("POST", "/teams", { name: "Streams" });
  let told = await events.next();
  while (told && (told.data as { team?: string }).team !== "streams") told = await events.next();
  expect(told).toMatchObject({ data: { action: "team.created", actor: { name: "Ana Kirsch" } } });
  expect(Date.now() - began).toBeLessThan(1_000);
  await events.leave();
});

test("a page that makes itself anew is not use of the session; one that a person opens is", async ({
  page,
  server,
}) => {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const old = async () => {
    await client.query(`UPDATE "Session" SET "lastSeenAt" = now() - interval '10 minutes'`);
  };
  const isOld = async () =>
    (await client.query(`SELECT 1 FROM "Session" WHERE "lastSeenAt" > now() - interval '9 minutes'`))
      .rowCount === 0;
  await page.goto("/checklists");
  await old();
  const cookie = { name: "plumbline.background", value: "1", url: server.url };
  await page.context().addCookies([cookie]);
  await page.goto("/checklists");
  expect(await isOld()).toBe(true);
  await page.context().clearCookies({ name: cookie.name });
  await page.goto("/checklists");
  expect(await isOld()).toBe(false);
  await client.end();
});
