import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { signIn, test } from "./fixtures";
import { address, joined, PASSWORD } from "./people";

test("a token is made, shown once, used by a script, and ended", async ({ page, server }) => {
  const name = `Nightly export ${randomUUID().slice(0, 4)}`;
  await page.goto("/settings/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Make the token" }).click();
  await expect(dialog.getByText("Write something here.")).toBeVisible();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Make the token" }).click();
  const secret = await dialog.getByLabel("Token", { exact: true }).inputValue();
  await expect(dialog.locator("pre")).toContainText(
    `curl -H "Authorization: Bearer ${secret}" ${server.url}/api/v1/services`,
  );
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(secret)).toHaveCount(0);

  const call = (method: string, path: string) =>
    fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      ...(method === "GET" ? {} : { body: JSON.stringify({ name: "By a script" }) }),
    });
  expect((await call("GET", "/services")).status).toBe(200);
  expect((await call("POST", "/teams")).status).toBe(403);

  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("Last used");
  await row.getByRole("button", { name: /^End/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "End the token" }).click();
  await expect(row).toContainText("Ended");
  expect((await call("GET", "/services")).status).toBe(401);
});

test("one's own sessions are ended one by one, and all others by a new password", async ({
  api,
  browser,
  server,
}) => {
  const email = address("bo");
  await joined(api, server.url, email);
  const who = { name: "Bo", email, password: PASSWORD };
  const [here, phone, office] = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  if (!here || !phone || !office) throw new Error("three browsers");
  for (const context of [here, phone, office]) await signIn(context.request, server.url, who);
  const isIn = async (context: typeof here) =>
    (await context.request.get(`${server.url}/api/v1/people/me`)).status() === 200;

  const page = await here.newPage();
  await page.goto(`${server.url}/settings/sessions`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3 browsers, this one among them");
  await expect(page.getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(1);
  await page
    .getByRole("button", { name: /^End the session/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 browsers");
  expect([await isIn(here), await isIn(phone), await isIn(office)].filter(Boolean)).toHaveLength(2);

  await page.goto(`${server.url}/settings/profile`);
  await page.getByLabel("Current password").fill("not this one at all");
  await page.getByLabel("New password").fill("a longer sentence than before");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(
    page.getByText("This is not your current password. Nothing was changed.").first(),
  ).toBeVisible();
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  expect([await isIn(here), await isIn(phone), await isIn(office)]).toEqual([true, false, false]);

  await page.getByLabel("Name", { exact: true }).fill("Bo Nielsen");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You are Bo Nielsen");
  for (const context of [here, phone, office]) await context.close();
});
