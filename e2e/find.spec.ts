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
