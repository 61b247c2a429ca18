import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const rows = (page: Page) => page.getByRole("list", { name: "Rows" }).locator("> li");
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByText(name, { exact: true }) });
/** Whose API the page is of. */
interface Listed {
  items: { name: string; slug: string; tier: number; lifecycle: string; tags: string[] }[];
}

test("a Backstage catalogue: pasted, previewed, imported once, and the second time there is nothing to do", async ({
  page,
  api,
}) => {
  const [team, service, other] = [unique("Payments"), unique("Checkout 🛒"), unique("Ledger")];
  const ref = randomUUID().slice(0, 8);
  const yaml = `# who pays us
kind: Group
metadata: {name: pay-${ref}}
spec: {profile: {displayName: ${JSON.stringify(team)}}}
---
kind: Component
metadata: {name: checkout-${ref}, title: ${JSON.stringify(service)}, tags: [payments]}
spec: {owner: pay-${ref}, lifecycle: production, dependsOn: ["component:ledger-${ref}"]}
---
kind: Component
metadata: {name: ledger-${ref}, title: ${JSON.stringify(other)}}
spec: {owner: pay-${ref}, lifecycle: experimental}
---
kind: User
metadata: {name: mira-${ref}}
`;
  await page.goto("/import");
  await page.getByRole("textbox", { name: "Catalogue" }).fill(yaml);

  await test.step("what is pasted survives a reload, and so does the preview", async () => {
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Catalogue" })).toHaveValue(yaml);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(heading(page)).toHaveText("1 team and 2 services will be created and 1 left out.");
    await page.reload();
    await expect(heading(page)).toHaveText("1 team and 2 services will be created and 1 left out.");
  });

  await test.step("each row says what will happen, and a number in the sentence shows its rows", async () => {
    await expect(row(page, service)).toContainText("lifecycle live");
    await expect(row(page, service)).toContainText("Tier 3 assumed.");
    await page.getByRole("link", { name: "1", exact: true }).click();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText("People are invited, not imported.");
    await page.getByRole("button", { name: /^All/ }).click();
    await expect(rows(page)).toHaveCount(4);
  });

  await test.step("a correction by hand is previewed where the row stands", async () => {
    await row(page, other)
      .getByRole("button", { name: `Correct ${other}` })
      .click();
    await row(page, other).getByLabel(`Tier of ${other}`).selectOption("1");
    await expect(row(page, other)).toContainText("corrected by hand");
    await expect(row(page, other)).toContainText("tier 1");
  });

  await page.getByRole("button", { name: "Create 1 team and 2 services" }).click();
  await expect(heading(page)).toHaveText("1 team and 2 services were created.");
  await page.getByRole("link", { name: service }).click();
  await expect(heading(page)).toContainText(service);
  const { items } = await api.call<Listed>("GET", `/services?q=${encodeURIComponent(team)}`);
  expect(items.map(({ name, tier, lifecycle, tags }) => [name, tier, lifecycle, tags])).toEqual([
    [service, 3, "live", ["payments"]],
    [other, 1, "building", []],
  ]);

  await page.goto("/import");
  await expect(page.getByRole("textbox", { name: "Catalogue" })).toHaveValue("");
  await page.getByRole("textbox", { name: "Catalogue" }).fill(yaml);
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(heading(page)).toHaveText("Nothing to do: 3 rows already match the file, 1 is left out.");
  await expect(page.getByRole("button", { name: "Import another" })).toBeVisible();
});

test("a CSV with mistakes in it: columns and rows are mended by hand, a failed request loses nothing", async ({
  page,
  api,
}) => {
  const [team, first, second, third] = [unique("Team"), unique("Search"), unique("Mail"), unique("Old")];
  const csv = [
    "what we run;squad;Criticality;Status;cost centre",
    `${first};${team};high;production;12`,
    `${second};;2;sunset;13`,
    `${third};${team};5;live;14`,
  ].join("\n");
  await page.goto("/import");
  await page
    .getByLabel("Files to import")
    .setInputFiles({ name: "apps.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

  await test.step("a needed column that no header names is asked for, with what stands in it", async () => {
    await expect(heading(page)).toHaveText("One thing first: which column has the name or short name?");
    await page.getByLabel("Column for Name").selectOption("what we run");
    await expect(page.getByText(`${first} · ${second} · ${third}`)).toBeVisible();
    await expect(page.getByText("matched by hand")).toBeVisible();
    await expect(page.getByText("Not read: cost centre.")).toBeVisible();
  });

  await test.step("a word that is not known here is told once, for all its rows and for the next import", async () => {
    await expect(row(page, second)).toContainText("The lifecycle “sunset” is none of");
    await page.getByLabel("Lifecycle that “sunset” means").selectOption("live");
    await expect(row(page, second)).not.toContainText("The lifecycle “sunset”");
    await page.reload();
    await expect(page.getByLabel("Lifecycle that “sunset” means")).toHaveValue("live");
  });

  await expect(heading(page)).toHaveText(
    "1 team and 1 service will be created; 2 rows must be corrected first.",
  );
  await page.getByRole("button", { name: "Show the 2 rows to mend" }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, second)).toContainText("No team is named: choose one.");

  await test.step("without a connection the corrections and the last preview stay", async () => {
    await page.route("**/api/v1/import/csv", (route) => route.abort());
    await row(page, second)
      .getByLabel(`Team of ${second}`)
      .selectOption({ label: `${team} (new)` });
    await expect(page.getByText("The server cannot be reached. What you put in is kept.")).toBeVisible();
    await expect(rows(page)).toHaveCount(2);
    await page.unroute("**/api/v1/import/csv");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(row(page, second)).toContainText("corrected by hand");
    await expect(row(page, second)).toContainText("lifecycle live");
  });

  await row(page, third)
    .getByRole("button", { name: `Leave out ${third}` })
    .click();
  await expect(heading(page)).toHaveText("1 team and 2 services will be created and 1 left out.");
  await page.getByRole("button", { name: "Create 1 team and 2 services" }).click();
  await expect(heading(page)).toHaveText("1 team and 2 services were created.");
  const { items } = await api.call<Listed>("GET", `/services?q=${encodeURIComponent(team)}`);
  expect(items.map(({ name, tier, lifecycle }) => [name, tier, lifecycle])).toEqual([
    [second, 2, "live"],
    [first, 1, "live"],
  ]);
});

test("what was exported and is imported again changes nothing; a change in the file is shown, and a conflict refused", async ({
  page,
  api,
}, info) => {
  const { slug: team } = await api.call<{ slug: string }>("POST", "/teams", {
    name: unique("=Team, quoted"),
  });
  const body = {
    name: "Checkout",
    team,
    tier: 2,
    lifecycle: "live",
    tags: ["b", "a"],
    description: 'Says "hi",\nthen ü 🛒',
  };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);

  await page.goto(`/services?team=${team}`);
  await page.getByRole("button", { name: "Export" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Services as CSV, imports again (to 1 MB)" }).click();
  const file = info.outputPath("services.csv");
  await (await saving).saveAs(file);
  const csv = await readFile(file, "utf8");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(2);

  await page.goto("/import?what=csv");
  await page.getByLabel("File to import").setInputFiles(file);
  await expect(heading(page)).toHaveText("Nothing to do: everything already matches the file.");

  const changed = info.outputPath("changed.csv");
  await writeFile(changed, csv.replace(",2,live,", ",1,live,"));
  await page.getByRole("button", { name: "Import another" }).click();
  await page.getByLabel("File to import").setInputFiles(changed);
  await expect(heading(page)).toHaveText("1 service will be changed.");
  await expect(row(page, "Checkout")).toContainText(/tier 2 →.*1/);
  await api.call("PATCH", `/services/${slug}`, { description: "Changed meanwhile", expectedVersion: 1 });
  await page.getByRole("button", { name: "Change 1 service" }).click();
  await expect(
    page.getByText("Something changed here since the preview, so nothing was imported."),
  ).toBeVisible();
  await expect(row(page, "Checkout")).toContainText("Somebody changed this service since the file was made");
  expect(await api.call<{ tier: number }>("GET", `/services/${slug}`)).toMatchObject({ tier: 2 });
});

test("more than fits one request, and text that cannot be read, are said before anything is sent or lost", async ({
  page,
}) => {
  await page.goto("/import?what=csv");
  const large = `name,team\n${"Checkout,Payments\n".repeat(60_000)}`;
  const table = page.getByLabel("File to import");
  await table.setInputFiles({ name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(large) });
  await expect(page.getByText(/and one import may carry 1 MB. Split it/)).toBeVisible();
  await table.setInputFiles({
    name: "book.xlsx",
    mimeType: "",
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  });
  await expect(page.getByText(/book.xlsx is a spreadsheet or an archive.*save it as CSV/)).toBeVisible();
  await table.setInputFiles({
    name: "open.csv",
    mimeType: "text/csv",
    buffer: Buffer.from('name,team\n"Checkout,Pay'),
  });
  await expect(page.getByText("large.csv is here already, and only one table")).toBeVisible();
  await page.getByRole("button", { name: "Take open.csv instead" }).click();
  await expect(page.getByText("A quote is opened and never closed.")).toBeVisible();
  await expect(page.getByLabel("open.csv", { exact: true })).toHaveValue('name,team\n"Checkout,Pay');
});
