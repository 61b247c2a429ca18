import type { Page } from "@playwright/test";
import { type Api, expect, sheetsOf, test } from "./fixtures";

interface Named {
  slug: string;
  name: string;
}

/** Three services: one answered with yes throughout, one with two gaps, one that nobody has looked at. */
async function threeServices(api: Api): Promise<{ team: Named; ready: Named; open: Named; fresh: Named }> {
  const team = await api.call<Named>("POST", "/teams", { name: "Riverbank" });
  const create = (name: string, lifecycle: string) =>
    api.call<Named>("POST", "/services", { name, team: team.slug, tier: 4, lifecycle });
  const [ready, open, fresh] = [
    await create("Refunds", "live"),
    await create("Ledger API", "live"),
    await create("Reports", "planned"),
  ];
  for (const service of [ready, open]) {
    const { questions } = await api.call<{ questions: { key: string; area: string }[] }>(
      "GET",
      `/services/${service.slug}/scorecard`,
    );
    const traffic = questions.find(({ area }) => area === "traffic")?.key;
    for (const { key } of questions) {
      await api.call("PUT", `/services/${service.slug}/answers/${key}`, {
        verdict: service === open && key === traffic ? "no" : "yes",
        reason: "Looked at in the last game day.",
        expectedVersion: 0,
      });
    }
  }
  return { team, ready, open, fresh };
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const grid = (page: Page) => page.getByRole("grid", { name: "Services and the ten areas" });

test("the portfolio: headline, filters in the address, heat map by keyboard, as of a day, paper", async ({
  page,
  api,
}) => {
  const { team, open } = await threeServices(api);
  const address = `/?team=${team.slug}`;

  await test.step("the sentence says what can be relied on, and its numbers lead to it", async () => {
    await page.goto(address);
    await expect(heading(page)).toContainText("The business can rely on 1 of 3 filtered services.");
    await expect(heading(page)).toContainText(/expected to cause [\d.]+ incidents? a year/);
    await heading(page).getByRole("link", { name: "1 of 3 filtered services" }).click();
    await expect(page).toHaveURL(/\/services\?team=.*standing=production_ready/);
    await page.goBack();
    await expect(heading(page)).toContainText("1 of 3");
  });

  await test.step("a filter takes the typed search along, stands in the address, and back undoes it", async () => {
    await page.getByRole("searchbox", { name: "Find services by name or team" }).fill("ledger");
    await page.getByRole("button", { name: /^Lifecycle/ }).click();
    await page.getByRole("menuitemcheckbox", { name: "Live" }).click();
    await expect(page).toHaveURL(/\?q=ledger&team=.*&lifecycle=live/);
    await expect(heading(page)).toContainText("cannot rely yet on its one filtered service");
    await expect(page.getByRole("row", { name: /Ledger API/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Refunds/ })).toHaveCount(0);
    await page.reload();
    await expect(heading(page)).toContainText("its one filtered service");
    await page.keyboard.press("Escape");
    await page.goBack();
    await expect(page).not.toHaveURL(/lifecycle/);
    await expect(page.getByRole("link", { name: "Remove the filter Lifecycle: Live" })).toHaveCount(0);
    await page.getByRole("searchbox").fill("");
    await expect(heading(page)).toContainText("1 of 3");
    await page.goto("/?q=nothing-is-called-this");
    await expect(heading(page)).toContainText("No service matches");
    await page.getByRole("link", { name: "Clear the filters" }).click();
    await expect(page).toHaveURL(/\/$/);
  });

  await test.step("the heat map is one tab stop; arrows move, Enter opens the area", async () => {
    await page.goto(`${address}&sort=name`);
    await expect(grid(page).getByRole("row")).toHaveCount(4);
    await expect(grid(page).locator('[tabindex="0"]')).toHaveCount(1);
    const name = page.getByRole("link", { name: "Ledger API" });
    const traffic = page.getByRole("link", { name: "Traffic: no" });
    // before the page's scripts run, keys go nowhere
    await expect(async () => {
      await name.focus();
      for (let at = 0; at < 7; at += 1) await page.keyboard.press("ArrowRight");
      await expect(traffic).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await page.keyboard.press("Home");
    await expect(name).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("columnheader", { name: "Service" }).getByRole("link")).toBeFocused();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Home");
    await expect(name).toBeFocused();
    await traffic.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/services/${open.slug}\\?area=traffic#gaps`));
    await page.goBack();
    await expect(grid(page)).toBeVisible();
  });

  await test.step("services stand by team, and sort, in the address", async () => {
    await page.getByRole("link", { name: "Group by team" }).click();
    await expect(page).toHaveURL(/group=team/);
    await expect(grid(page).getByRole("link", { name: "Riverbank" })).toBeVisible();
    await page.getByRole("columnheader", { name: "Score" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=score/);
    await expect(page.getByRole("columnheader", { name: "Score" })).toHaveAttribute("aria-sort", "ascending");
  });

  await test.step("as of a day: it says so, links stay there, and there is a way back", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "As of today" }).click();
    await page.getByRole("link", { name: /A month ago/ }).click();
    await expect(page).toHaveURL(/asOf=\d{4}-\d\d-\d\d/);
    await expect(page.getByText(/You see the portfolio as it was at the end of/)).toBeVisible();
    await page.getByRole("link", { name: "Back to today" }).first().click();
    await expect(page).not.toHaveURL(/asOf/);
    await expect(heading(page)).toContainText("1 of 3");
    await page.goto("/?asOf=2999-01-01");
    await expect(page).toHaveURL(/\/$/);
  });

  await test.step("paper: one sheet, light, without controls", async () => {
    await page.goto(address);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("searchbox")).toBeHidden();
    await expect(page.getByRole("navigation", { name: "Main" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^As of/ })).toBeHidden();
    await expect(grid(page).getByText("Ledger API")).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    await expect.poll(() => sheetsOf(page)).toBe(1);
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("what changed: gaps that opened, by cause, with the services", async () => {
    await page.goto("/changes?since=2020-01-01");
    await expect(heading(page)).toContainText(/Since 1 January 2020, .*opened/);
    await page.goto(`/changes?since=2020-01-01&team=${team.slug}`);
    await expect(page.getByRole("table", { name: "Services that moved" })).toContainText("Ledger API");
    await page.getByLabel("Since the end of").fill("2026-01-01");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/since=2026-01-01/);
  });
});

test("a long portfolio draws what is near the window, brings the rest, and loses neither focus nor head", async ({
  page,
  api,
}) => {
  const team = await api.call<Named>("POST", "/teams", { name: "Long bench" });
  for (let from = 0; from < 160; from += 4) {
    await Promise.all(
      Array.from({ length: 4 }, (_, at) =>
        api.call("POST", "/services", {
          name: `Bench ${String(from + at).padStart(3, "0")}`,
          team: team.slug,
          tier: 4,
          lifecycle: "live",
        }),
      ),
    );
  }
  await page.goto(`/?team=${team.slug}&sort=name`);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "161");
  await page.getByRole("link", { name: "Bench 000" }).focus();
  await page.keyboard.press("Control+End");
  await expect(page.getByText("All 160 services")).toBeAttached();
  // a list that is made anew meanwhile, because its services were just added, begins with its first page again
  await expect(async () => {
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Home");
    await expect(page.getByRole("link", { name: "Bench 159" })).toBeFocused({ timeout: 3_000 });
  }).toPass();
  expect(await grid(page).getByRole("row").count()).toBeLessThan(120);
  await expect(page.getByRole("columnheader", { name: "Service" })).toBeInViewport();
  await page.keyboard.press("Control+Home");
  await expect(page.getByRole("link", { name: "Bench 000" })).toBeFocused();
});
