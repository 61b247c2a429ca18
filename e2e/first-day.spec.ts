import { expect, type Page } from "@playwright/test";
import { ADMIN, standalone as test } from "./fixtures";

const AWKWARD =
  "👩‍👩‍👧 emoji, RTL שלום עולם, e\u0301 combining, 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, quotes \"' and <script>alert(1)</script>";

async function setUp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByLabel("Organisation")).toBeFocused();
  await page.getByLabel("Organisation").fill("Acme & Töchter 🧪");
  await page.getByLabel("Time zone").selectOption("Europe/Berlin");
  await page.getByLabel("Your name").fill("Ana Kirsch 🙃");
  await page.getByLabel("Your e-mail").fill(ADMIN.email);
  await page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Set up Plumbline" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("there is no service");
}

test("a first day: set up, team, tier 1 service, every question by keyboard, a conflict, the service page, sign out", async ({
  page,
  start,
}) => {
  const fresh = await start("first_day");
  await setUp(page, fresh.url);

  await page.goto(`${fresh.url}/teams/new`);
  await page.getByLabel("Name").fill("Payments & Ledger");
  await page.getByRole("button", { name: "Create the team" }).click();
  await expect(page).toHaveURL(/\/teams\/payments-ledger$/);

  await page
    .getByRole("link", { name: /^Add a service/ })
    .first()
    .click();
  await page.getByLabel("Name", { exact: true }).fill(`Checkout ${AWKWARD.slice(0, 8)}`);
  await page.getByRole("radio", { name: /1 critical/ }).check();
  const asked = page.getByRole("status").filter({ hasText: "It will be asked" });
  const before = await asked.textContent();
  await page.getByRole("switch", { name: "Payments" }).check();
  await page.getByRole("switch", { name: "Public" }).check();
  await expect(asked).not.toHaveText(before ?? "");
  const promised = Number(/\d+/.exec((await asked.textContent()) ?? "")?.[0]);
  await page.getByRole("button", { name: "Add and assess it" }).click();
  await expect(page).toHaveURL(/\/services\/checkout[\w-]*\/assess/);
  const assess = page.url().replace(/#.*/, "");
  const service = assess.replace("/assess", "");
  const { questions } = (await (
    await page.request.get(service.replace("/services/", "/api/v1/services/").concat("/scorecard"))
  ).json()) as {
    questions: { key: string; critical: boolean }[];
  };
  expect(questions.length).toBeGreaterThan(45);
  expect(questions).toHaveLength(promised);

  await test.step("every question by keyboard alone, with awkward text", async () => {
    for (const [index, question] of questions.entries()) {
      await expect(page.locator(`[id="${question.key}--yes"]`)).toBeAttached();
      const verdict = String(index < 5 ? index + 1 : question.critical ? 1 : (index % 4) + 1);
      await page.keyboard.press(verdict);
      const wantsWords = verdict === "5" || (verdict === "1" && question.critical);
      if (wantsWords || index < 4) {
        const reason = page.locator(`[id="${question.key}--reason"]`);
        // What cannot be saved without words has the field open already.
        if (wantsWords) await expect(reason).toBeFocused();
        else await page.keyboard.press("r");
        await reason.pressSequentially(index < 4 ? AWKWARD : "We tried it in staging.");
        await page.keyboard.press("Control+Enter");
      } else await page.keyboard.press("j");
    }
    const finish = page.getByRole("region", { name: /is working/ });
    await expect(finish.getByRole("heading")).toBeFocused();
    await expect(finish).toContainText(`${questions.length} of ${questions.length} answered`);
    await expect(finish.getByRole("link", { name: /^Plan the/ })).toBeVisible();
    await expect(page.getByText(/^All saved/).first()).toBeVisible();
    const { counts, questions: answered } = (await (
      await page.request.get(service.replace("/services/", "/api/v1/services/").concat("/scorecard"))
    ).json()) as {
      counts: { answered: number };
      questions: { reason: string }[];
    };
    expect(counts.answered).toBe(questions.length);
    expect(answered[1]?.reason).toBe(AWKWARD);
  });

  const first = questions[0]?.key ?? "";
  await test.step("a second window saves first: both texts stay, and can be put together", async () => {
    const second = await page.context().newPage();
    await second.goto(`${assess}#${first}`);
    await page.goto(`${assess}#${first}`);
    await page.reload();
    // The first window has not heard of it yet: what it asks for meanwhile does not arrive.
    await page.route("**/scorecard*", (route) => route.abort());
    await second.locator(`[id="${first}--reason"]`).fill("What the second window found out.");
    await expect(second.locator('[data-save-state="idle"]').first()).toHaveText(/Saved/);
    await page.locator(`[id="${first}--reason"]`).fill("What I had typed meanwhile.");
    await expect(page.getByRole("region", { name: "Their answer" })).toContainText(
      "What the second window found out.",
    );
    await expect(page.locator(`[id="${first}--reason"]`)).toHaveValue("What I had typed meanwhile.");
    await page.getByRole("button", { name: "Combine both texts" }).click();
    await expect(page.locator(`[id="${first}--reason"]`)).toHaveValue(
      /What I had typed meanwhile[\s\S]*What the second window found out|What the second window found out[\s\S]*What I had typed meanwhile/,
    );
    await page.keyboard.press("Escape");
    await expect(page.getByText(/^All saved/).first()).toBeVisible();
    await page.unroute("**/scorecard*");
    await second.close();
  });

  await test.step("the service page says where it stands and why", async () => {
    await page.getByRole("link", { name: "See the scorecard" }).click();
    await expect(page).toHaveURL(service);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/is working/);
    await expect(page.getByRole("heading", { name: "Nine abilities" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Ten areas" })).toBeVisible();
    await expect(page.getByText("What I had typed meanwhile.").first()).toBeVisible();
  });

  await test.step("and out", async () => {
    await page.getByRole("button", { name: /^You are/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.goto(service);
    await expect(page).toHaveURL(/\/sign-in\?to=/);
  });
});

test("an unattended installation is set up from the environment", async ({ page, start }) => {
  const server = await start("unattended", {
    PLUMBLINE_ADMIN_EMAIL: "Ops@Example.com",
    PLUMBLINE_ADMIN_PASSWORD: "a password from a vault",
  });
  await page.goto(server.url);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel("E-mail").fill("ops@example.com");
  await page.getByLabel("Password", { exact: true }).fill("a password from a vault");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("there is no service");
});
