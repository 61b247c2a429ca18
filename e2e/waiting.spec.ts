import { expect, test } from "./fixtures";
import { closeOthers, dayIn, headline, inBrowser } from "./launching";
import { address, aTeam, joined } from "./people";

interface Scorecard {
  questions: { key: string; critical: boolean }[];
}

test.afterEach(closeOthers);

test("what comes to wait for somebody rings their bell, leads to where it is done, and leaves by itself", async ({
  api,
  server,
  browser,
}) => {
  const { team, service } = await aTeam(api, "Receipts");
  const email = address("li");
  const signer = await joined(api, server.url, email, { teams: [{ team, role: "member" }] });
  const { page, api: own } = await inBrowser(browser, server.url, email);
  await page.goto("/teams");
  await expect(page.getByRole("link", { name: "Nothing waits for you" })).toBeVisible();

  const { questions } = await api.call<Scorecard>("GET", `/services/${service}/scorecard`);
  for (const { key } of questions.filter(({ critical }) => critical)) {
    const answer = { verdict: "yes", reason: "Rehearsed.", expectedVersion: 0 };
    await api.call("PUT", `/services/${service}/answers/${key}`, answer);
  }
  const { id } = await api.call<{ id: string }>("POST", "/launches", {
    ...{ title: "Receipts by mail", services: [service], targetDate: dayIn(1), facilitator: signer },
    signers: { engineering: signer },
  });
  const bell = page.getByRole("link", { name: "1 thing waits for you" });
  await expect(bell).toBeVisible({ timeout: 20_000 });
  await bell.click();
  await expect(headline(page)).toContainText("1 thing waits for you.");

  // tomorrow: what other tests plan for later does not push it off the card
  await page.goto("/");
  const card = (title: string) =>
    page.locator("section[data-card]").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(card("Next launches").getByRole("link", { name: /Receipts by mail/ })).toContainText(
    "tomorrow",
  );
  await card("Waiting for you")
    .getByRole("link", { name: /^Sign for engineering/ })
    .click();
  await expect(page).toHaveURL(`${server.url}/launches/${id}#sign-off`);

  const { revision } = await own.call<{ revision: string }>("GET", `/launches/${id}`);
  await own.call("POST", `/launches/${id}/sign-offs`, { role: "engineering", decision: "go", revision });
  await expect(page.getByRole("link", { name: "Nothing waits for you" })).toBeVisible({ timeout: 20_000 });
  await page.goto(`/services/${service}`);
  await expect(card("Launches").getByRole("row", { name: /Receipts by mail/ })).toContainText("Go");
});
