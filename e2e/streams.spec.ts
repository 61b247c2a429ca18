import { request } from "@playwright/test";
import pg from "pg";
import { readEvents } from "../lib/testing/event-reader";
import { expect, setUp, signIn, standalone, test } from "./fixtures";

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

standalone("a server that is asked to stop ends its open streams, and stops by itself", async ({ start }) => {
  const server = await start("stopping");
  await setUp(server.url);
  const { response, events } = await openStream(server.url);
  expect(response.headers.get("content-encoding")).toBeNull();
  let event = await events.next();
  while (event?.event === "change") event = await events.next();
  expect(event?.event).toBe("hello");

  const untilEnd = (async () => {
    while (await events.next());
  })();
  expect(await server.stop()).toBe("by itself");
  await untilEnd;
});

test("an event passes at once through the built server, which compresses everything else", async ({
  server,
  api,
}) => {
  const { events } = await openStream(server.url);
  while ((await events.next())?.event !== "hello");
  await api.call("POST", "/teams", { name: "Streams" });
  let told = await events.next();
  // a comment keeps the stream alive, and would push along what was held back before it
  while (told && told.event !== "comment" && (told.data as { team?: string }).team !== "streams")
    told = await events.next();
  expect(told).toMatchObject({ data: { action: "team.created", actor: { name: "Ana Kirsch" } } });
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
