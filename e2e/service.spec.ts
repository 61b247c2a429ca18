import { expect, test } from "./fixtures";
import { typePerson } from "./people";

test("a gap gets an owner and a due date; facts are edited; a service is retired, deleted and restored", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Storefront" });
  const body = { name: "Search", team: team.slug, tier: 2, lifecycle: "live", tags: ["public"] };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<{ questions: { key: string; text: string; critical: boolean }[] }>(
    "GET",
    `/services/${slug}/scorecard`,
  );
  const first = questions.find((question) => question.critical);
  await api.call("PUT", `/services/${slug}/answers/${first?.key}`, {
    verdict: "no",
    reason: "Not yet.",
    expectedVersion: 0,
  });

  await test.step("plan the fix", async () => {
    await page.goto(`/services/${slug}`);
    const row = page
      .getByRole("listitem")
      .filter({ hasText: first?.text ?? "" })
      .filter({ hasText: "Plan" });
    await row.getByRole("button", { name: /^Plan/ }).click();
    const dialog = page.getByRole("dialog");
    await typePerson(dialog, "Owner", "ana k");
    await dialog.getByLabel(/Due/).fill("2031-03-14");
    await dialog.getByRole("button", { name: /^Save/ }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText("Ana Kirsch");
    await expect(row).toContainText("14 Mar");
    await page.reload();
    await expect(row).toContainText("14 Mar");
  });

  await test.step("say who is on call: no script, a link", async () => {
    await page.goto(`/services/${slug}/edit`);
    const field = page.getByLabel("On call");
    await field.fill("javascript:alert(1)");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(field).toHaveAccessibleDescription(/a whole address that starts with https:/);
    await field.fill("https://acme.pagerduty.com/schedules/P123");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page).toHaveURL(new RegExp(`/services/${slug}$`));
    await expect(page.getByRole("link", { name: /^acme\.pagerduty\.com/ })).toHaveAttribute(
      "href",
      "https://acme.pagerduty.com/schedules/P123",
    );
  });

  await test.step("lowering the tier asks for a reason", async () => {
    await page.goto(`/services/${slug}/edit`);
    await page.getByRole("radio", { name: /3 standard/ }).check();
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page.getByRole("alert").or(page.locator("[aria-invalid]")).first()).toBeVisible();
    await page.getByLabel("Why is the tier lowered, or the tag dropped?").fill("Nobody waits for it.");
    await page.getByRole("button", { name: /^Save/ }).click();
    await expect(page).toHaveURL(new RegExp(`/services/${slug}$`));
    expect(await api.call("GET", `/services/${slug}`)).toMatchObject({ tier: 3 });
  });

  await test.step("retire, and bring back", async () => {
    const lifecycle = async () =>
      (await api.call<{ lifecycle: string }>("GET", `/services/${slug}`)).lifecycle;
    await page.getByRole("button", { name: "More about Search" }).click();
    await page.getByRole("menuitem", { name: /^Retire/ }).click();
    await page.getByRole("button", { name: "Retire it" }).click();
    await expect.poll(lifecycle).toBe("retired");
    await page.getByRole("button", { name: "More about Search" }).click();
    await page.getByRole("menuitem", { name: /^Bring back/ }).click();
    await page.getByRole("button", { name: "Bring it back" }).click();
    await expect.poll(lifecycle).toBe("live");
  });

  await test.step("delete and restore", async () => {
    await page
      .getByRole("button", { name: /More|Menu|actions/i })
      .first()
      .click();
    await page.getByRole("menuitem", { name: /^Delete/ }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: /^Delete/ })
      .click();
    await expect
      .poll(async () => (await api.call<{ deletedAt: string | null }>("GET", `/services/${slug}`)).deletedAt)
      .not.toBeNull();
    await page.goto("/services");
    await expect(page.getByRole("link", { name: "Search", exact: true })).toHaveCount(0);
    await page.goto(`/services/${slug}`);
    await page
      .getByRole("button", { name: /^Restore/ })
      .first()
      .click();
    await expect
      .poll(async () => (await api.call<{ deletedAt: string | null }>("GET", `/services/${slug}`)).deletedAt)
      .toBeNull();
  });
});
