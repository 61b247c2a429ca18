import { expectClean } from "./axe";
import { apiOf, expect, signIn, test } from "./fixtures";
import { address, joined, PASSWORD } from "./people";

interface Card {
  counts: { blockers: number };
  questions: { key: string; title: string; text: string; critical: boolean }[];
}

test("a team asks that a risk be accepted, is refused, asks again, and the gap is no blocker until it is revoked", async ({
  page,
  api,
  browser,
  server,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Ledger keepers" });
  const body = { name: "Ledger", team: team.slug, tier: 1, lifecycle: "launching" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const card = () => api.call<Card>("GET", `/services/${slug}/scorecard`);
  const { questions, counts } = await card();
  const gap = questions.find(({ critical }) => critical);
  if (!gap) throw new Error("the checklist has no critical question");
  const email = address("li");
  await joined(api, server.url, email, { teams: [{ team: team.slug, role: "member" }] });
  const context = await browser.newContext({ baseURL: server.url });
  const li = await context.newPage();
  await signIn(li.request, server.url, { name: "li", email, password: PASSWORD });
  await apiOf(li.request, server.url).call("PUT", `/services/${slug}/answers/${gap.key}`, {
    verdict: "no",
    reason: "Not yet.",
    expectedVersion: 0,
  });

  async function ask(reason: string) {
    await li.goto(`/services/${slug}`);
    const row = li.locator(`[data-gap="${slug}/${gap?.key}"]`);
    await row.getByRole("button", { name: /^Plan/ }).click();
    await li.getByRole("dialog").getByRole("button", { name: "Ask for a waiver" }).click();
    const dialog = li.getByRole("dialog", { name: "Ask to accept this risk" });
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog).toContainText("Say why: somebody else decides on this.");
    await expectClean(li);
    await dialog.getByLabel("Why can it wait?").fill(reason);
    await dialog.getByLabel("What reduces it until then?").fill("We compare the sums each night.");
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(li.getByRole("list", { name: "Accepted risks" })).toContainText("Asked for");
  }
  const waivers = (state = "requested") => `/waivers?service=${slug}&state=${state}`;
  const decide = () => page.getByRole("button", { name: /^Decide/ });
  const dialog = page.getByRole("dialog");

  await test.step("ask from the plan of the gap; who asked cannot decide", async () => {
    await ask("The replacement ships in March.");
    await li.goto(waivers());
    await expect(li.getByRole("list", { name: "Waivers" })).toContainText("The replacement ships in March.");
    await expect(li.getByRole("button", { name: /^Decide/ })).toHaveCount(0);
    await expect(li.getByRole("button", { name: /^Withdraw/ })).toBeVisible();
  });

  await test.step("refuse it, with a reason that the team reads", async () => {
    await page.goto(waivers());
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "1 request waits for a decision, yours.",
    );
    await expectClean(page);
    await decide().click();
    await dialog.getByLabel("Refuse it").check();
    await dialog.getByRole("button", { name: "Refuse", exact: true }).click();
    await expect(dialog).toContainText("Say why: whoever asked reads it.");
    await expectClean(page);
    await dialog.getByLabel("Why not?").fill("March is too late.");
    await dialog.getByRole("button", { name: "Refuse", exact: true }).click();
    await expect(dialog).toBeHidden();
    await li.goto(waivers("refused"));
    await expect(li.getByRole("list", { name: "Waivers" })).toContainText("March is too late.");
  });

  await test.step("ask again; it is granted until a day of the decider's own, and the gap is no blocker", async () => {
    await ask("It ships next week.");
    const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(waivers());
    await decide().click();
    await dialog.getByLabel("Until", { exact: true }).fill(until);
    await dialog.getByRole("button", { name: "Accept the risk" }).click();
    await expect(dialog).toBeHidden();
    expect((await card()).counts.blockers).toBe(counts.blockers - 1);
    await page.goto(`/services/${slug}`);
    const risks = page.getByRole("list", { name: "Accepted risks" });
    await expect(risks).toContainText("Accepted by Ana Kirsch");
    await expect(page.locator(`[data-gap="${slug}/${gap.key}"]`)).toContainText("accepted");
    await expect(page.locator(`[data-gap="${slug}/${gap.key}"]`)).not.toContainText("blocker");
    await expectClean(page);
    await page.goto(`/services/${slug}/history`);
    for (const words of ["Asked to accept the risk", "Waiver refused", "Risk accepted until"])
      await expect(page.getByText(words).first()).toBeVisible();
    await page.goto(`/gaps?team=${team.slug}&kind=accepted`);
    await expect(page.locator(`[data-gap="${slug}/${gap.key}"]`)).toBeVisible();
  });

  await test.step("revoke it: a blocker again", async () => {
    await page.goto(waivers("in_force"));
    await page.getByRole("button", { name: /^Revoke/ }).click();
    await dialog.getByLabel("Why?").fill("It came true.");
    await dialog.getByRole("button", { name: "Revoke", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText("No waiver matches these filters.")).toBeVisible();
    expect((await card()).counts.blockers).toBe(counts.blockers);
  });
  await context.close();
});
