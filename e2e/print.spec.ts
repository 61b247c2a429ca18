import { expect, test } from "./fixtures";

test("the checklist on paper shows all that stands behind each question", async ({ page, api }) => {
  const address = "/checklists/production-readiness/versions/1";
  const { questions } = await api.call<{ questions: { why: string }[] }>("GET", address);
  await page.goto(address);
  const last = page.getByText(questions.at(-1)?.why ?? "", { exact: true });
  await expect(last).toBeHidden();

  await page.emulateMedia({ media: "print" });
  for (const { why } of questions) await expect(page.getByText(why, { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: /Incidents a year/ })).toHaveCount(questions.length);
  // what says which version this is stays, and nothing else that leads anywhere
  await expect(page.getByRole("navigation")).toHaveCount(1);
  await expect(page.getByRole("navigation", { name: "You are here" })).toContainText("version 1");
  const pages = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(8);

  await page.emulateMedia({ media: "screen" });
  await expect(last).toBeHidden();
});
