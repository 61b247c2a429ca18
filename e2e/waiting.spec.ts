import { apiOf, expect, signIn, test } from "./fixtures";
import { address, aTeam, joined, PASSWORD } from "./people";

interface Scorecard {
  questions: { key: string; critical: boolean }[];
}
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("what comes to wait for somebody rings their bell, leads to where it is done, and leaves by itself", async ({
  api,
  server,
  browser,
}) => {
  const { team, service } = await aTeam(api, "Receipts");
  const email = address("li");
  const signer = await joined(api, server.url, email, { teams: [{ team, role: "member" }] });
  const context = await browser.newContext({ baseURL: server.url });
  await signIn(context.request, server.url, { name: "", email, password: PASSWORD });
  const page = await context.newPage();
  await page.goto("/teams");
  await expect(page.getByRole("link", { name: "Nothing waits for you" })).toBeVisible();

  const { questions } = await api.call<Scorecard>("GET", `/services/${service}/scorecard`);
  for (const { key } of questions.filter(({ critical }) => critical)) {
    const answer = { verdict: "yes", reason: "Rehearsed.", expectedVersion: 0 };
    await api.call("PUT", `/services/${service}/answers/${key}`, answer);
  }
  const { id } = await api.call<{ id: string }>("POST", "/launches", {
    ...{ title: "Receipts by mail", services: [service], targetDate: dayIn(9), facilitator: signer },
    signers: { engineering: signer },
  });
  const bell = page.getByRole("link", { name: "1 thing waits for you" });
  await expect(bell).toBeVisible({ timeout: 20_000 });
  await bell.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 thing waits for you.");

  await page.goto("/");
  const card = (title: string) =>
    page.locator("section[data-card]").filter({ has: page.getByRole("heading", { name: title }) });
  await expect(card("Next launches").getByRole("link", { name: /Receipts by mail/ })).toContainText(
    "in 9 days",
  );
  await card("Waiting for you")
    .getByRole("link", { name: /^Sign for engineering/ })
    .click();
  await expect(page).toHaveURL(`${server.url}/launches/${id}#sign-off`);

  const own = apiOf(context.request, server.url);
  const { revision } = await own.call<{ revision: string }>("GET", `/launches/${id}`);
  await own.call("POST", `/launches/${id}/sign-offs`, { role: "engineering", decision: "go", revision });
  await expect(page.getByRole("link", { name: "Nothing waits for you" })).toBeVisible({ timeout: 20_000 });
  await page.goto(`/services/${service}`);
  await expect(card("Launches").getByRole("row", { name: /Receipts by mail/ })).toContainText("Go");
  await context.close();
});
