import { readFile } from "node:fs/promises";
import { expectClean } from "./axe";
import { expect, test } from "./fixtures";
import { typePerson } from "./people";

interface Card {
  questions: { key: string; text: string; critical: boolean }[];
}

test("three gaps are assigned at once, taken back, one is done and answered, and what is left is exported", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Gap workers" });
  const body = { name: "Parcels", team: team.slug, tier: 1, lifecycle: "live" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<Card>("GET", `/services/${slug}/scorecard`);
  const three = questions.filter(({ critical }) => !critical).slice(0, 3);
  for (const { key } of three) {
    await api.call("PUT", `/services/${slug}/answers/${key}`, {
      verdict: "no",
      reason: "=1+1 is not yet tested.",
      expectedVersion: 0,
    });
  }
  const texts = three.map(({ text }) => text);
  const row = (text: string) =>
    page.getByRole("listitem").filter({ hasText: text }).filter({ hasText: "Plan" });
  const list = `/gaps?team=${team.slug}&kind=known`;

  await test.step("choose with the box, with shift, with a key", async () => {
    await page.goto(list);
    const boxes = page.getByRole("checkbox", { name: /^Choose: / });
    await expect(boxes).toHaveCount(3);
    await boxes.first().click();
    await boxes.last().click({ modifiers: ["Shift"] });
    const bar = page.getByRole("region", { name: "Chosen gaps" });
    await expect(bar).toContainText("3 gaps chosen");
    await page.keyboard.press("x");
    await expect(bar).toContainText("2 gaps chosen");
    await page.keyboard.press("x");
    await expect(bar).toContainText("3 gaps chosen");
  });

  await test.step("assign them, and take it back", async () => {
    await page.getByRole("button", { name: "Owner, due date, state" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toContainText("Choose an owner, a due date or a state first.");
    await typePerson(dialog, "Owner", "ana k");
    await dialog.getByLabel("Due date").selectOption("Set to");
    await dialog.getByLabel("Day").fill("2020-01-31");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    for (const text of texts) await expect(row(text)).toContainText("Ana Kirsch");
    await expect(page.getByRole("link", { name: "3 are overdue" })).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(page.getByText("3 plans as before.")).toBeVisible();
    for (const text of texts) await expect(row(text)).not.toContainText("Ana Kirsch");
  });

  const [first = ""] = texts;
  await test.step("give one to somebody by keys alone, where it stands, and to nobody again", async () => {
    const owner = row(first).getByRole("button", { name: /^Owner of: / });
    await owner.focus();
    await page.keyboard.press("Enter");
    const find = page.getByRole("combobox", { name: "Find a person" });
    await expect(find).toBeFocused();
    await expect(page.getByRole("group", { name: "You" }).getByRole("option")).toHaveText(/Ana Kirsch/);
    await expectClean(page);
    await page.keyboard.type("KIRS");
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
    await expect(row(first)).toContainText("Ana Kirsch");
    const owned = row(first).getByRole("combobox", { name: /^Owner of: .*: Ana Kirsch$/ });
    await expect(owned).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(find).toBeFocused();
    await page.keyboard.type("nob");
    await page.keyboard.press("Enter");
    await expect(row(first)).not.toContainText("Ana Kirsch");
  });

  await test.step("on a phone it says what can be set, and the filters are behind one button that counts", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(row(first).getByText("Assign an owner")).toBeVisible();
    await expect(row(first).getByText("Set a due date")).toBeVisible();
    await expect(page.getByRole("button", { name: "Team" })).toBeHidden();
    await page.getByRole("button", { name: /^Filters ?2$/ }).click();
    await expect(page.getByRole("button", { name: "Team" })).toBeVisible();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("say that one is done: the answer is asked for, and closes it", async () => {
    await row(first).getByRole("button", { name: /^Plan/ }).click();
    const planning = page.getByRole("dialog", { name: "Plan the fix" });
    await expect(planning).toContainText("Parcels, tier 1");
    const answer = planning.getByRole("region", { name: "The answer now" });
    await expect(answer).toContainText("Answered no by Ana Kirsch on");
    await expect(answer).toContainText("=1+1 is not yet tested.");
    const owner = planning.getByRole("combobox", { name: "Owner" });
    await typePerson(planning, "Owner", "ana k");
    await owner.press("ArrowDown");
    await expect(page.getByRole("option", { name: "Ana Kirsch" })).toBeVisible();
    await expectClean(page);
    await owner.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(owner).toHaveValue("Ana Kirsch");
    await owner.press("ControlOrMeta+a");
    await owner.press("Backspace");
    await expect(owner).toHaveValue("");
    await planning.getByLabel("State").selectOption("done");
    await page.getByRole("button", { name: "Save, then answer" }).click();
    const dialog = page.getByRole("dialog", { name: "The work is done. What is true now?" });
    await expect(dialog).toContainText("=1+1 is not yet tested.");
    await dialog.getByRole("button", { name: "Later" }).click();
    await expect(row(first)).toContainText("done, answer still no: update the answer");
    await row(first).getByRole("button", { name: /^Plan/ }).click();
    await page.getByRole("button", { name: "Save, then answer" }).click();
    await dialog.getByRole("radio", { name: /^Yes/ }).check();
    await dialog.getByLabel("How do we know?").fill("Tried it on Friday.");
    await dialog.getByRole("button", { name: "Save the answer" }).click();
    await expect(page.getByText("Answered yes: the gap is closed.")).toBeVisible();
    await expect(row(first)).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: /^Choose: / })).toHaveCount(2);
  });

  await test.step("export what is listed", async () => {
    await page.getByRole("button", { name: "Export" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Gaps as Excel" }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^plumbline-gaps-.*\.xlsx$/);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    const { items } = await api.call<{ items: { question: string }[] }>(
      "GET",
      `/exports/gaps?team=${team.slug}&kind=known&format=json`,
    );
    expect(items.map(({ question }) => question).sort()).toEqual(
      three
        .slice(1)
        .map(({ key }) => key)
        .sort(),
    );
  });

  await test.step("find the service by who owns a gap of it, and all of its gaps from there", async () => {
    const { items } = await api.call<{ items: { id: string; name: string }[] }>("GET", "/people");
    const owner = items.find(({ name }) => name === "Ana Kirsch")?.id;
    await api.call("PUT", `/services/${slug}/gaps/${three[1]?.key}`, { owner });
    await page.goto(`/?team=${team.slug}`);
    await page.getByRole("button", { name: "Gap owner" }).click();
    await page.getByRole("menuitemcheckbox", { name: /^Ana Kirsch/ }).click();
    await expect(page.getByRole("link", { name: "Remove the filter Gap owner: Ana Kirsch" })).toBeVisible();
    await page
      .getByRole("link", { name: /^\d+ blockers$/ })
      .first()
      .click();
    await expect(
      page.getByRole("link", { name: "Remove the filter Service with gap owner: Ana Kirsch" }),
    ).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /^Choose: / })).not.toHaveCount(1);
  });
});
