import type { Page } from "@playwright/test";
import pg from "pg";
import { expect, test } from "./fixtures";

/** Presses a verdict's key until the page hears it: before its scripts run, keys go nowhere. */
async function choose(page: Page, question: string, key: string, verdict: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.locator(`[id="${question}--${verdict}"]`)).toBeChecked({ timeout: 300 });
  }).toPass();
}

/** Until the page's scripts run and know which question one is at. */
const hears = (page: Page, question: string) =>
  expect(page.locator(`[id="${question}"]`)).toHaveAttribute("aria-current", "true");

/** Pastes an address where the focus is. */
const pasteAddress = (page: Page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "https://example.org/proof");
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(paste);
  });

interface Questions {
  questions: { key: string; version: number; verdict: string; reason: string }[];
}

test("what is typed survives a lost server and a reload, and is saved when it comes back", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Resilience" });
  const body = { name: "Ledger", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const load = () => api.call<Questions>("GET", `/services/${slug}/scorecard`);
  const key = (await load()).questions[1]?.key ?? "";
  const reason = page.locator(`[id="${key}--reason"]`);

  await page.goto(`/services/${slug}/assess#${key}`);
  await page.route("**/api/v1/**/answers/**", (route) => route.abort("connectionfailed"));
  await choose(page, key, "2", "partly");
  await reason.fill("Half of it: the mail provider has a limit, the tax service none 🙃");
  await expect(page.locator('[data-save-state="retrying"]')).toContainText(/Not saved: trying again/);
  await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  expect((await load()).questions[1]?.version).toBe(0);

  await page.reload();
  await expect(reason).toHaveValue(/Half of it/);
  await page.unroute("**/api/v1/**/answers/**");
  await expect(page.locator('[data-save-state="idle"]').first()).toHaveText(/Saved/);
  const saved = (await load()).questions[1];
  expect(saved).toMatchObject({
    verdict: "partly",
    reason: "Half of it: the mail provider has a limit, the tax service none 🙃",
  });
});

test("a stale answer counts as unclear, says so, and one key confirms it", async ({ page, api, server }) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Ageing" });
  const body = { name: "Old truths", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const load = () =>
    api.call<Questions & { counts: { stale: number } }>("GET", `/services/${slug}/scorecard`);
  const key = (await load()).questions[0]?.key ?? "";
  await api.call("PUT", `/services/${slug}/answers/${key}`, {
    verdict: "yes",
    reason: "tested",
    expectedVersion: 0,
  });
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE "Answer" SET "savedAt" = "savedAt" - interval '800 days' WHERE "reason" = 'tested'`,
  );
  await client.query(`UPDATE "ServiceState" SET "nextChangeAt" = now() - interval '1 day'`);
  await client.end();

  expect((await load()).counts.stale).toBe(1);
  await page.goto(`/services/${slug}/assess#${key}`);
  await expect(
    page.getByText(/Answered yes on .*not confirmed since.*counts as unclear/i).first(),
  ).toBeVisible();
  await hears(page, key);
  await page.keyboard.press("c");
  await expect.poll(async () => (await load()).counts.stale).toBe(0);
  expect((await load()).questions[0]).toMatchObject({ verdict: "yes", version: 2 });
});

test("not applicable is kept, not sent, until it has a reason; the help lists the keys", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Reasons" });
  const body = { name: "Notes", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const load = () => api.call<Questions>("GET", `/services/${slug}/scorecard`);
  const key = (await load()).questions[2]?.key ?? "";
  await page.goto(`/services/${slug}/assess#${key}`);
  await choose(page, key, "5", "not_applicable");
  await expect(page.locator(`[id="${key}--reason"]`)).toBeFocused();
  await expect(page.locator('[data-save-state="incomplete"]').first()).toContainText(/Say why/);
  expect((await load()).questions[2]?.version).toBe(0);
  await page.keyboard.type("It stores nothing.");
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await load()).questions[2]?.verdict).toBe("not_applicable");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Next unanswered question");
});

test("evidence, the next unanswered question and the arrows, by keyboard alone", async ({ page, api }) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Keys" });
  const body = { name: "Keyboard", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const load = () =>
    api.call<{ questions: { key: string; version: number; evidence: { label: string; url: string }[] }[] }>(
      "GET",
      `/services/${slug}/scorecard`,
    );
  const keys = (await load()).questions.map(({ key }) => key);
  const [first = "", second = "", third = "", fourth = ""] = keys;
  const here = (key: string) => expect(page).toHaveURL(new RegExp(`#${key}$`));
  // The second one is answered: `n` has to pass it by.
  await api.call("PUT", `/services/${slug}/answers/${second}`, {
    verdict: "no",
    reason: "Not yet.",
    expectedVersion: 0,
  });

  await page.goto(`/services/${slug}/assess#${first}`);
  await choose(page, first, "1", "yes");
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page.getByLabel("Address of link 1")).toBeFocused();
  await page.keyboard.type("https://example.com/runbook");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Name of link 1")).toBeFocused();
  await page.keyboard.type("Runbook 🧾");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: /Runbook 🧾/ })).toHaveAttribute(
    "href",
    "https://example.com/runbook",
  );
  await expect
    .poll(async () => (await load()).questions[0]?.evidence)
    .toEqual([{ label: "Runbook 🧾", url: "https://example.com/runbook" }]);

  await page.keyboard.press("n");
  await here(third);
  await page.keyboard.press("ArrowDown");
  await here(fourth);
  await page.keyboard.press("ArrowUp");
  await here(third);
  await page.keyboard.press("k");
  await here(second);
});

test("it opens where somebody is needed; what is shown stands in the address; at the end it says where it stands", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Openings" });
  const body = { name: "Halfway", team: team.slug, tier: 2, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<Questions>("GET", `/services/${slug}/scorecard`);
  const [first = "", second = "", third = ""] = questions.slice(6).map(({ key }) => key);
  for (const { key } of questions.slice(0, 7)) {
    const answer = { verdict: "yes", reason: "tried", expectedVersion: 0 };
    await api.call("PUT", `/services/${slug}/answers/${key}`, answer);
  }

  await page.goto(`/services/${slug}/assess`);
  await hears(page, second);
  // Only a page whose scripts run has put the focus there, and follows links within it.
  await expect(page.locator(`[id="${second}--text"]`)).toBeFocused();
  await expect(page.locator(`[id="${second}"]`)).toBeInViewport();
  await expect(page).toHaveURL(/\/assess$/);
  await page.goto(`/services/${slug}/assess#${first}`);
  await hears(page, first);
  await page.keyboard.press("o");
  await hears(page, second);

  const shown = page.getByRole("navigation", { name: "Questions shown" });
  await shown.getByRole("link", { name: /^Mine 7/ }).click();
  await expect(page).toHaveURL(/\?show=mine#/);
  await expect(page.locator("ol > li[id]")).toHaveCount(7);
  await page.goto(`/services/${slug}/assess?show=open`);
  await hears(page, second);
  await expect(page.locator("ol > li[id]")).toHaveCount(questions.length - 7);
  await choose(page, second, "1", "yes");
  await page.locator(`[id="${second}--reason"]`).fill("tried");
  await page.keyboard.press("Escape");
  await expect(shown.getByRole("link", { name: /^Open/ })).toContainText(String(questions.length - 8));
  await hears(page, second);
  // a link to a question opens it, though the list of open ones is made anew without it
  await page.goto(`/services/${slug}/assess?show=mine#${second}`);
  await page.goto(`/services/${slug}/assess?show=open#${second}`);
  await hears(page, second);
  await expect(page.locator(`[id="${second}--text"]`)).toBeFocused();
  await page.keyboard.press("o");
  await hears(page, third);

  const finish = page.locator("#finish");
  // none is shown, so that none takes what is pasted; the one at hand is come to again
  await shown.getByRole("link", { name: /^Stale/ }).click();
  await expect(page.getByText("No answer is stale.")).toBeVisible();
  await pasteAddress(page);
  await finish.getByRole("link", { name: "Next question without an answer" }).click();
  await expect(page.locator(`[id="${third}--text"]`)).toBeFocused();
  await finish.getByRole("link", { name: "See the scorecard" }).focus();
  await pasteAddress(page);
  await expect(page.locator("main")).not.toContainText("example.org");
  await page.locator(`[id="${third}--text"]`).focus();
  await pasteAddress(page);
  await expect(page.locator(`[id="${third}"]`)).toContainText("example.org");

  await page.goto(`/services/${slug}/assess?show=stale`);
  await expect(page.getByText("No answer is stale.")).toBeVisible();
  await expect(finish).toContainText(`8 of ${questions.length} answered`);
  await finish.getByRole("link", { name: "Next question without an answer" }).click();
  await hears(page, third);
  await finish.getByRole("link", { name: /^Plan the \d+ blockers$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/gaps\\?service=${slug}&kind=blocker`));
});

test("the verdicts stay under the pointer: whoever answers what is above, is saved, or has something to say", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Still" });
  const body = { name: "Steady", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<Questions>("GET", `/services/${slug}/scorecard`);
  const [above = "", key = ""] = questions.map((question) => question.key);
  await page.goto(`/services/${slug}/assess#${key}`);
  await hears(page, key);
  const verdicts = page.locator(`[id="${key}"]`).getByRole("radiogroup");
  const top = async () => (await verdicts.boundingBox())?.y ?? -1;
  const before = await top();

  await choose(page, key, "3", "no");
  await expect(page.locator('[data-save-state="idle"]').first()).toHaveText(/Saved/);
  expect(await top()).toBeCloseTo(before, 0);

  const words = "Somebody else wrote several lines about it. ".repeat(8);
  await api.call("PUT", `/services/${slug}/answers/${above}`, {
    verdict: "no",
    reason: words,
    expectedVersion: 0,
  });
  await expect(page.locator(`[id="${above}"]`)).toContainText("Somebody else wrote");
  expect(await top()).toBeCloseTo(before, 0);

  // a notice that opens above it, of whatever sort
  await page.evaluate(() => {
    const notice = document.createElement("p");
    notice.style.height = "60px";
    document.querySelector("h1")?.before(notice);
  });
  await expect.poll(top).toBeCloseTo(before, 0);

  await page.route("**/api/v1/**/answers/**", (route) => route.abort("connectionfailed"));
  await choose(page, key, "2", "partly");
  await expect(page.locator('[data-save-state="retrying"]')).toBeVisible();
  expect(await top()).toBeCloseTo(before, 0);
});
