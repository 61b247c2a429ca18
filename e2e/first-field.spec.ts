import { expect, test } from "./fixtures";

const PAGES = [
  ["/teams/new", "Name"],
  ["/services/new", "Name"],
  ["/launches/new", "Title"],
] as const;
const DIALOGS = [
  ["/settings/people", "Invite people", "E-mail addresses"],
  ["/settings/tokens", "New token", "Name"],
  ["/checklists", "New checklist", "Name"],
] as const;

for (const [path, field] of PAGES) {
  test(`the first field has the focus on ${path}`, async ({ page, api }) => {
    const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Forms" });
    await api.call("POST", "/services", { name: "Form", team: team.slug, tier: 4, lifecycle: "live" });
    await page.goto(path);
    await expect(page.locator("main").getByLabel(field, { exact: true }).first()).toBeFocused();
  });
}

for (const [path, button, field] of DIALOGS) {
  test(`the first field has the focus in “${button}”`, async ({ page }) => {
    await page.goto(path);
    await page.getByRole("button", { name: button }).first().click();
    await expect(page.getByRole("dialog").getByLabel(field, { exact: true })).toBeFocused();
  });
}
