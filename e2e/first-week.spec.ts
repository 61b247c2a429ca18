import { type Browser, expect, type Page } from "@playwright/test";
import { setUp, sheetsOf, signIn, standalone as test, withoutCode } from "./fixtures";

const PASSWORD = "plumb lines do not flatter";
const DANA = { name: "Dana Roth", email: "dana@example.com", password: PASSWORD };
const LEE = { name: "Lee 李", email: "lee@example.com", password: PASSWORD };

const CATALOGUE = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: {name: money}
spec: {type: team, profile: {displayName: "Money & Ledger"}}
---
# who takes the money
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: till
  title: Till
  tags: [payments, public]
spec: {type: service, lifecycle: production, owner: "group:default/money", dependsOn: ["component:default/ledger"]}
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ledger, title: Main ledger}
spec: {type: service, lifecycle: production, owner: money}
---
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: {name: root}
spec: {targets: [./more/catalog-info.yaml]}
`;
const SPREADSHEET = [
  "Service,Owner,Tier,Lifecycle",
  "Finder,Shop floor,2,live",
  "Month reports,Shop floor,9,live",
  "Old billing,Shop floor,3,sunset",
].join("\n");

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const rows = (page: Page) => page.getByRole("list", { name: "Rows" }).locator("> li");

/** Joins by an invitation's link, in a browser of their own. */
async function join(browser: Browser, link: string, who: typeof DANA): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(who.name);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page).toHaveURL(/\/work$/);
  return page;
}

test("a CTO's first week: catalogue and spreadsheet, two people on one service, portfolio, gap, last month, paper", async ({
  page,
  start,
  browser,
}) => {
  const fresh = await start("first_week");
  await setUp(fresh.url);
  await signIn(page.request, fresh.url);
  const at = (path: string) => `${fresh.url}${path}`;

  await test.step("nothing is there yet; the example shows what it will be like", async () => {
    // Pressed before the page's code has come: it waits for it.
    const letCodeCome = await withoutCode(page);
    await page.goto(at("/"), { waitUntil: "commit" });
    await page.getByRole("button", { name: "Load the example" }).click();
    await expect(page.locator("html[data-navigating]")).toHaveCount(1);
    letCodeCome();
    await expect(heading(page)).toContainText(/The business can rely on \d+ of \d+ services/);
    await expect(page.getByText("example", { exact: true }).first()).toBeVisible();
  });

  await test.step("the catalogue comes in as it is", async () => {
    await page.goto(at("/import"));
    await page.getByRole("textbox", { name: "Catalogue" }).fill(CATALOGUE);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(heading(page)).toContainText("2 services will be created");
    await expect(rows(page).filter({ hasText: "./more/catalog-info.yaml" })).toBeVisible();
    await page.getByRole("button", { name: /^Create .*2 services/ }).click();
    await expect(heading(page)).toContainText("2 services were created.");
  });

  await test.step("the spreadsheet has two mistakes; they are mended by hand", async () => {
    await page.goto(at("/import"));
    await page
      .getByLabel("Files to import")
      .setInputFiles({ name: "apps.csv", mimeType: "text/csv", buffer: Buffer.from(SPREADSHEET) });
    await expect(heading(page)).toContainText("must be corrected first");
    await rows(page)
      .filter({ hasText: "Month reports" })
      .getByLabel("Tier of Month reports")
      .selectOption("3");
    await rows(page)
      .filter({ hasText: "Old billing" })
      .getByRole("button", { name: "Leave out Old billing" })
      .click();
    await page.getByRole("button", { name: /^Create .*2 services/ }).click();
    await expect(heading(page)).toContainText("2 services were created.");
  });

  const links = await test.step("two people are invited to the team", async () => {
    await page.goto(at("/settings/people"));
    await page.getByRole("button", { name: "Invite people" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("E-mail addresses").fill(`${DANA.email}, ${LEE.email}`);
    await dialog.getByLabel("Add a team").selectOption({ label: "Money & Ledger" });
    await dialog.getByRole("button", { name: "Invite" }).click();
    await expect(dialog.getByRole("heading", { name: "2 people are invited" })).toBeVisible();
    const linkOf = (email: string) => dialog.getByLabel(email, { exact: true }).inputValue();
    return { dana: await linkOf(DANA.email), lee: await linkOf(LEE.email) };
  });

  await test.step("they answer one service together, and see each other do it", async () => {
    const [dana, lee] = [await join(browser, links.dana, DANA), await join(browser, links.lee, LEE)];
    await expect(heading(dana)).toContainText("Money & Ledger");
    await dana.goto(at("/services/till/assess"));
    await lee.goto(at("/services/till/assess"));
    await expect(dana.getByRole("list", { name: "Here now" })).toContainText(/Lee|L/);
    const card = (await (await dana.request.get(at("/api/v1/services/till/scorecard"))).json()) as {
      questions: { key: string }[];
    };
    const [first, second] = card.questions;
    const question = (of: Page, key = "") => of.locator(`[id="${key}"]`);
    // Keys answer the question that one is at: a person sees which one that is.
    const isAt = (of: Page, key = "") => expect(question(of, key)).toHaveAttribute("aria-current", "true");
    await isAt(dana, first?.key);
    await dana.keyboard.press("3");
    await dana.keyboard.press("r");
    await dana.keyboard.type("Two tabs overwrite each other.");
    await dana.keyboard.press("Control+Enter");
    await expect(question(lee, first?.key)).toContainText("Dana Roth answered this just now");
    await expect(question(lee, first?.key).locator("textarea")).toHaveValue("Two tabs overwrite each other.");
    await lee.keyboard.press("o");
    await isAt(lee, second?.key);
    await lee.keyboard.press("2");
    await lee.keyboard.press("r");
    await lee.keyboard.type("Only on the web.");
    await lee.keyboard.press("Control+Enter");
    await expect(question(dana, second?.key)).toContainText("Only on the web.");
    await dana.context().close();
    await lee.context().close();
  });

  await test.step("the portfolio of the team, its largest cost, the gap, the service", async () => {
    await page.goto(at("/"));
    await page.getByRole("button", { name: /^Team/ }).click();
    await page.getByRole("menuitemcheckbox", { name: "Money & Ledger" }).first().click();
    await expect(page).toHaveURL(/\?team=money-ledger/);
    await expect(heading(page)).toContainText("filtered services");
    await page.locator("#costs summary").first().click();
    await page
      .locator("#costs details[open]")
      .getByRole("link", { name: /that leads? to it$/ })
      .click();
    await expect(page).toHaveURL(/\/gaps\?.*cost=/);
    await expect(heading(page)).toContainText(/gaps? (is|are) open in/);
    const gap = page.locator("ol > li").filter({ hasText: "Till" }).first();
    await gap.getByRole("link", { name: "Till" }).click();
    await expect(page).toHaveURL(/\/services\/till/);
    await expect(heading(page)).toContainText("Till");
  });

  await test.step("last month, of which the example knows, and back", async () => {
    await page.goto(at("/"));
    const today = await heading(page).textContent();
    await page.getByRole("button", { name: "As of today" }).click();
    await page.getByRole("link", { name: /A month ago/ }).click();
    await expect(page).toHaveURL(/asOf=/);
    await expect(page.getByText(/You see the portfolio as it was at the end of/)).toBeVisible();
    await expect(heading(page)).not.toHaveText(today ?? "");
    await page.getByRole("link", { name: "Back to today" }).first().click();
    await expect(heading(page)).toHaveText(today ?? "");
  });

  await test.step("paper for the meeting", async () => {
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => sheetsOf(page)).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("the example goes after a question that says what goes; what was brought stays", async () => {
    await page.goto(at("/"));
    await page.getByRole("button", { name: /^Remove the example/ }).click();
    const question = page.getByRole("alertdialog", { name: "Remove the example?" });
    await expect(question).toContainText(/25 services of 6 teams, .*lines of history.* go\./);
    await question.getByRole("button", { name: "Remove the example" }).click();
    await expect(heading(page)).toContainText(/4 services|of 4/);
  });
});
