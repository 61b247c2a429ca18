import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Api, expect, test } from "./fixtures";

const TURNED = "payment-taken-once";

/** A checklist of its own, published, and a service that is asked it and has two answers. */
async function ownChecklist(api: Api) {
  const name = `Shop floor ${randomUUID().slice(0, 4)}`;
  const from = { checklist: "production-readiness", version: 1 };
  const made = await api.call<{
    checklist: string;
    questions: { key: string; area: string; tags: string[] }[];
  }>("POST", "/checklists", { name, from });
  const { checklist } = made;
  const questions = made.questions.filter((question) => question.area === "concurrency").slice(0, 3);
  const version = `/checklists/${checklist}/versions/1`;
  await api.call("PUT", version, { expectedRevision: 1, questions });
  await api.call("POST", `${version}/publication`, { expectedRevision: 2 });
  const team = await api.call<{ slug: string }>("POST", "/teams", { name });
  const body = { name: `Till of ${name}`, team: team.slug, tier: 1, lifecycle: "live", tags: ["payments"] };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  await api.call("POST", `/checklists/${checklist}/moves`, { to: 1, services: [slug] });
  for (const { key } of questions.slice(0, 2)) {
    const evidence = [{ label: "Test", url: "https://example.com/test" }];
    const answer = { verdict: "yes", reason: "Seen in a test.", evidence, expectedVersion: 0 };
    await api.call("PUT", `/services/${slug}/answers/${key}`, answer);
  }
  return { checklist, name, slug, service: body.name, questions };
}

const saved = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("All of it is saved.")).toBeVisible();
};

test("an admin begins a draft, edits it, compares, publishes, moves a service, and its team confirms an answer", async ({
  page,
  api,
}) => {
  const { checklist, name, slug, service } = await ownChecklist(api);
  const h1 = page.getByRole("heading", { level: 1 });

  await test.step("a draft begins as a copy", async () => {
    await page.goto("/checklists");
    const card = page
      .locator("section[data-card]")
      .filter({ has: page.getByRole("heading", { name, exact: true }) });
    await card.getByRole("button", { name: "Begin a draft" }).click();
    await expect(h1).toHaveText("Draft of version 2: the same as version 1 so far; no service uses it yet.");
  });

  await test.step("a question changes its meaning, one is added, one is retired and comes back, one moves", async () => {
    const turned = page.locator(`#${TURNED}`);
    await turned.getByRole("button", { name: /^Edit/ }).click();
    await turned
      .getByLabel("What holds when the answer is yes?")
      .fill("A payment is taken once, refunds included.");
    await expect(turned.getByLabel("Title")).toHaveValue("Every payment taken once");
    await turned.getByLabel("Title").fill("Payments and refunds made once");
    await turned.getByText("This now asks something else").click();
    await turned.getByRole("button", { name: /^Close/ }).click();
    await page.getByRole("button", { name: /Add a question about Traffic/ }).click();
    await page.getByLabel("What holds when the answer is yes?").fill("The till works through a sale day.");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const added = page.locator("#the-till-works-through-a-sale-day");
    await added.getByLabel("Why it matters").fill("Queues cost sales.");
    await added.getByLabel("What evidence would convince").fill("A load test.");
    await added.getByLabel("How a team gets there").fill("Measure, then widen.");
    const last = page
      .getByRole("region", { name: /Same time/ })
      .getByRole("listitem")
      .nth(2);
    await last.getByRole("button", { name: /^Retire/ }).click();
    await expect(h1).toContainText("1 question added, 1 retired, 1 changed");
    await page.getByRole("button", { name: /^Bring back/ }).click();
    await turned.getByRole("button", { name: /^Move up/ }).press("Alt+ArrowUp");
    await expect(h1).toContainText("1 question added, 1 changed, 1 moved");
    await saved(page);
  });

  await test.step("what is missing is named where it is; nothing is published", async () => {
    await page.getByRole("button", { name: "Publish …" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Publish it" }).click();
    await expect(page.getByRole("alertdialog")).toContainText("Nothing was published.");
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
    const added = page.locator("#the-till-works-through-a-sale-day");
    await expect(added).toContainText("Name at least one cost");
    await added.getByLabel("Poor performance: incidents a year").fill("1.5");
    await saved(page);
  });

  await test.step("both versions stand side by side", async () => {
    await page.getByRole("link", { name: "Compare with version 1" }).click();
    await expect(h1).toHaveText("From version 1 to version 2: 1 question added, 1 changed, 1 moved.");
    await expect(page.locator(`#${TURNED}`)).toContainText(
      "version 2: A payment is taken once, refunds included.",
    );
    await expect(page.locator(`#${TURNED}`)).toContainText("version 2: Payments and refunds made once");
    await expect(page.getByText("1 question now asks something else", { exact: false })).toBeVisible();
    await page.goBack();
  });

  await test.step("publishing moves nobody", async () => {
    await page.getByRole("button", { name: "Publish …" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Publish it" }).click();
    await expect(page.getByRole("link", { name: "Move services to it" })).toBeVisible();
    await expect(page.getByText("asked of 0 services")).toBeVisible();
    for (const version of [2, 1]) {
      await page.goto(`/checklists/${checklist}/versions/${version}#${TURNED}`);
      await expect(page.locator(`#${TURNED}`)).toContainText("Payments and refunds made once");
    }
    await page.goto(`/checklists/${checklist}/versions/2`);
  });

  await test.step("one service is moved, after a look at what it changes", async () => {
    await page.getByRole("link", { name: "Move services to it" }).click();
    await page.getByLabel("Asked now").selectOption({ label: `${name}, version 1` });
    await page.getByLabel(service).check();
    await page.getByRole("button", { name: "See what would change" }).click();
    await expect(h1.last()).toContainText(
      "1 service would be asked version 2: 2 more gaps, 1 answer to confirm.",
    );
    await expect(page.getByRole("row").filter({ hasText: service })).toContainText("1 to confirm");
    await page.getByRole("button", { name: "Move this service" }).click();
    await expect(page.getByRole("heading", { name: /1 service is asked version 2/ })).toBeVisible();
  });

  await test.step("the answer is there, counts as unclear, and does so until it is confirmed", async () => {
    await page.goto(`/services/${slug}/assess#${TURNED}`);
    await expect(page.getByText(/before the question changed/).first()).toBeVisible();
    const card = page.locator(`#${TURNED}`);
    // what was said keeps its room, so that nothing moves: only what is seen counts
    const before = page.getByText(/before the question changed/).filter({ visible: true });
    await expect(async () => {
      if ((await before.count()) > 0)
        await card.getByRole("button", { name: /^Still true/ }).click({ timeout: 5_000 });
      await expect(before).toHaveCount(0, { timeout: 5_000 });
    }).toPass();
    const now = await api.call<{ questions: { key: string; effectiveVerdict: string }[] }>(
      "GET",
      `/services/${slug}/scorecard`,
    );
    expect(now.questions.find((question) => question.key === TURNED)?.effectiveVerdict).toBe("yes");
  });

  await test.step("an export comes back as a checklist", async () => {
    const document = await api.call("GET", `/checklists/${checklist}/versions/2/document`);
    await page.goto("/checklists");
    await page.getByLabel("A checklist that was exported as JSON").setInputFiles({
      name: "checklist.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(document)),
    });
    await expect(h1).toHaveText("Draft of version 1: 4 questions; no service uses it yet.");
  });

  await test.step("an export comes back as the draft of its checklist, after a look at what differs", async () => {
    const document = await api.call<{ questions: object[] }>(
      "GET",
      `/checklists/${checklist}/versions/2/document`,
    );
    const shorter = { ...document, questions: document.questions.slice(1) };
    await page.goto("/checklists");
    await page.getByLabel(`A file to be the draft of ${name} (${checklist})`).setInputFiles({
      name: "checklist.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(shorter)),
    });
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("From version 2 to the file: 1 question retired.");
    await dialog.getByRole("button", { name: "Begin the draft" }).click();
    await expect(h1).toContainText("Draft of version 3: 1 question retired");
  });
});

test("two admins at once keep both their texts, and what was not saved survives the page", async ({
  page,
  api,
}) => {
  const { checklist } = await ownChecklist(api);
  const draft = `/checklists/${checklist}/versions/2`;
  const begun = await api.call<{ revision: number; questions: Record<string, unknown>[] }>(
    "POST",
    `/checklists/${checklist}/versions`,
    {},
  );
  await page.goto(draft);
  const mine = page.locator(`#${TURNED}`);
  await mine.getByRole("button", { name: /^Edit/ }).click();
  await mine.getByLabel("Why it matters").fill("Mine: money goes twice.");
  await expect(page.getByText("Not saved yet; kept in this browser.")).toBeVisible();
  await page.waitForTimeout(500);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText("What you had not saved is back.")).toBeVisible();

  const theirs = begun.questions.map((question) =>
    question.key === TURNED ? { ...question, why: "Theirs: customers call." } : { ...question, weight: 1 },
  );
  await api.call("PUT", draft, { expectedRevision: begun.revision, questions: theirs });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Somebody else changed this draft;", { exact: false })).toBeVisible();
  await expect(page.getByText("yours: Mine: money goes twice.")).toBeVisible();
  await expect(page.getByText("theirs: Theirs: customers call.")).toBeVisible();
  await page.getByRole("button", { name: "Keep mine" }).click();
  await saved(page);
  const now = await api.call<{ questions: { key: string; why: string; weight: number }[] }>("GET", draft);
  expect(now.questions.find((question) => question.key === TURNED)?.why).toBe("Mine: money goes twice.");
  expect(
    now.questions.filter((question) => question.key !== TURNED).map((question) => question.weight),
  ).toEqual([1, 1]);
});
