import { expectClean } from "./axe";
import { expect, test } from "./fixtures";

test("lists follow as one types: the address does too, focus and caret stay, back leads out", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Finders" });
  const create = (name: string) =>
    api.call<{ slug: string }>("POST", "/services", { name, team: team.slug, tier: 3, lifecycle: "live" });
  const [harbour] = [await create("Harbour"), await create("Lighthouse")];
  await api.call("PUT", `/services/${harbour.slug}/answers/simultaneous-edits-kept`, {
    verdict: "no",
    reason: "The quay loses the older booking.",
    expectedVersion: 0,
  });

  await test.step("services", async () => {
    await page.goto("/teams");
    await page.goto("/services?tier=3");
    await page.waitForLoadState("networkidle");
    const field = page.getByRole("searchbox");
    await field.pressSequentially("Harbxour", { delay: 20 });
    for (let at = 0; at < 3; at += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await expect(page).toHaveURL(/\?q=Harbour&tier=3$/);
    await expect(page.getByRole("link", { name: "Harbour", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Lighthouse" })).toHaveCount(0);
    await expect(field).toBeFocused();
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(4);
    await page.getByRole("link", { name: "Remove the filter Search: Harbour" }).click();
    await expect(field).toHaveValue("");
    await expect(page.getByRole("link", { name: "Lighthouse" })).toBeVisible();
  });

  await test.step("gaps, by the reason of an answer", async () => {
    await page.goto("/gaps");
    await page.waitForLoadState("networkidle");
    await page.getByRole("searchbox").pressSequentially("quay older", { delay: 20 });
    await expect(page).toHaveURL(/\/gaps\?q=quay\+older$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("1 gap is open");
    await page.goBack();
    await expect(page).toHaveURL(/\/services\?tier=3$/);
  });
});

test("the palette: opens at once, finds by a few words, goes there, remembers, and forgets at sign-out", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Palette crew" });
  await api.call("POST", "/services", {
    name: "Quayside",
    team: team.slug,
    tier: 3,
    lifecycle: "live",
  });
  const field = page.getByRole("combobox", { name: "Search" });
  const option = (name: string | RegExp) => page.getByRole("option", { name });
  const open = async () => {
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 1_000 });
    }).toPass();
  };

  await test.step("what is typed while it loads is not lost; slips are forgiven; Enter goes there", async () => {
    await page.goto("/gaps");
    await page.waitForLoadState("networkidle");
    await page.route("**/_next/static/**", async (route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    });
    await page.keyboard.press("Control+k");
    await page.keyboard.type("quaysdie");
    await expect(field).toHaveValue("quaysdie");
    await page.unrouteAll({ behavior: "wait" });
    await expect(option(/^Quayside/)).toHaveAttribute("aria-selected", "true");
    await expect(option(/^Assess Quayside/)).toBeVisible();
    await expectClean(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/services\/quayside$/);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("keys move, what is done is done, Escape gives the focus back", async () => {
    const button = page.getByRole("button", { name: "Search", exact: true });
    await button.focus();
    await button.press("Enter");
    await expect(field).toBeFocused();
    await expect(page.getByRole("group", { name: "Lately" }).getByRole("option")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
    await open();
    await page.keyboard.type("theme dark");
    await expect(option(/^Theme: dark/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await open();
    await page.keyboard.type("as of yesterday");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/services\/quayside\?asOf=\d{4}-\d\d-\d\d/);
  });

  await test.step("what was picked is offered again; without a connection it says so and knows the pages", async () => {
    await page.goto("/teams");
    await open();
    await expect(page.getByRole("group", { name: "Lately" }).getByRole("option").first()).toContainText(
      "As of",
    );
    await expect(option(/^Quayside/)).toBeVisible();
    await page.context().setOffline(true);
    await page.keyboard.type("prices");
    await expect(page.getByRole("status").filter({ hasText: "No connection" })).toBeVisible();
    await expect(option(/^Prices and rates/)).toBeVisible();
    await page.context().setOffline(false);
    await expect(page.getByRole("status").filter({ hasText: "No connection" })).toHaveCount(0);
  });

  await test.step("signing out by the palette forgets what was picked", async () => {
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => /recent/.test(key)).length);
    expect(await kept()).toBe(1);
    await field.fill("sign out");
    await expect(option(/^Sign out/)).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await kept()).toBe(0);
  });
});

test("keys: ? lists what works on a page, g goes places, and a switch under Profile turns both off", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Key crew" });
  const body = { name: "Keyed", team: team.slug, tier: 4, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const list = page.getByRole("dialog", { name: "Everything by keyboard" });
  const press = (key: string) => page.keyboard.press(key);
  const openList = () =>
    expect(async () => {
      await press("?");
      await expect(list).toBeVisible({ timeout: 1_000 });
    }).toPass();

  await test.step("every key that is listed for assessing does something there", async () => {
    await page.goto(`/services/${slug}/assess`);
    await openList();
    await expectClean(page);
    const rows = list.getByRole("region", { name: "Assessing" }).locator("dt");
    const listed = (await rows.allInnerTexts()).map((text) => text.split(/\s*\n\s*/));
    expect(listed.length).toBeGreaterThan(12);
    await press("Escape");
    await expect(list).toHaveCount(0);
    await page.evaluate(() => {
      window.addEventListener("keydown", (event) => {
        document.body.dataset.heard = String(event.defaultPrevented);
      });
    });
    const names: Record<string, string> = { "↑": "ArrowUp", "↓": "ArrowDown" };
    for (const keys of listed.filter((some) => !/Esc|Ctrl/.test(some.join())))
      for (const key of keys) {
        await page.evaluate(() => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
          document.body.dataset.heard = "nothing";
        });
        await press(names[key] ?? key);
        expect(await page.evaluate(() => document.body.dataset.heard), key).toBe("true");
      }
  });

  await test.step("over the search, and over a dialog, they are not the page's", async () => {
    const answered = () => page.getByRole("radio", { checked: true }).count();
    const before = await answered();
    await press("Control+k");
    await press("Tab");
    await press("2");
    await press("Control+k");
    await expect(page.getByRole("dialog", { name: "Search" })).toHaveCount(0);
    expect(await answered()).toBe(before);
  });

  await test.step("g and a letter go there, and the page's own key does nothing of its own", async () => {
    await page.goto("/teams");
    await openList();
    const rows = list.getByRole("region", { name: "On every page" }).locator("dt", { hasText: /^g/ });
    expect(await rows.count()).toBe(9);
    await press("Escape");
    for (const [letter, path] of [
      ["s", "/services"],
      ["g", "/gaps"],
      ["c", "/changes"],
      ["p", "/"],
    ] as const) {
      await press("g");
      await press(letter);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    }
  });

  await test.step("typed into a field they are letters; turned off they do nothing", async () => {
    await page.goto("/services");
    await page.getByRole("searchbox").pressSequentially("gs?");
    await expect(page.getByRole("searchbox")).toHaveValue("gs?");
    await expect(list).toHaveCount(0);
    await page.goto("/settings/profile");
    await page.getByRole("checkbox", { name: "Single keys act on pages" }).uncheck();
    await page.getByRole("heading", { level: 1 }).click();
    for (const key of ["?", "g", "p"]) await press(key);
    await expect(page).toHaveURL(/profile$/);
    await expect(list).toHaveCount(0);
    await press("Control+k");
    await page.keyboard.type("keys of this page");
    await expect(page.getByRole("option", { name: /^Keys of this page/ })).toBeVisible();
    await press("Enter");
    await expect(list).toBeVisible();
    await list.getByRole("checkbox").check();
    await press("Escape");
    await press("g");
    await press("t");
    await expect(page).toHaveURL(/\/teams$/);
  });
});
