import { expectClean } from "./axe";
import { expect, test } from "./fixtures";
import { closeOthers, dayIn, headline, inBrowser } from "./launching";
import { address, joined, PASSWORD } from "./people";

test.afterEach(closeOthers);

test("an executive overrules a no-go with reason and password; the objection stays, and the signer can be replaced", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const [li, sam, mira] = [address("li"), address("sam"), address("mira")];
  const signer = await joined(api, server.url, li);
  const next = await joined(api, server.url, sam);
  await joined(api, server.url, mira, { executive: true });
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: "Invoices team" });
  const body = { name: "Invoices", team: team.slug, tier: 3, lifecycle: "launching" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<{ questions: { key: string }[] }>(
    "GET",
    `/services/${slug}/scorecard`,
  );
  for (const { key } of questions) {
    const answer = { verdict: "yes", reason: "As of the rehearsal.", expectedVersion: 0 };
    await api.call("PUT", `/services/${slug}/answers/${key}`, answer);
  }
  const me = await api.call<{ id: string }>("GET", "/people/me");
  const { id } = await api.call<{ id: string }>("POST", "/launches", {
    ...{ title: "Invoices 2", services: [slug], targetDate: dayIn(9), facilitator: me.id },
    signers: { engineering: signer },
  });

  const { api: theirs } = await inBrowser(browser, server.url, li);
  const { revision } = await theirs.call<{ revision: string }>("GET", `/launches/${id}`);
  const no = { decision: "no_go", comment: "The bank has not answered.", lookAgainOn: dayIn(2) };
  await theirs.call("POST", `/launches/${id}/sign-offs`, { role: "engineering", revision, ...no });

  const { page: executive } = await inBrowser(browser, server.url, mira);
  const dialog = executive.getByRole("dialog");
  await executive.goto(`/launches/${id}`);
  await executive.getByRole("button", { name: /^Overrule/ }).click();
  await dialog.getByRole("button", { name: "Overrule it" }).click();
  await expect(dialog.getByText("Say why: the first line of the minutes shows it.")).toBeVisible();
  await expectClean(executive);
  await dialog.getByLabel("Why does it not hold?").fill("We pay by hand until it does.");
  await dialog.getByLabel("Your password", { exact: true }).fill("not my password at all");
  await dialog.getByRole("button", { name: "Overrule it" }).click();
  await expect(dialog.getByText(/not your password/)).toBeVisible();
  await dialog.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Overrule it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(headline(executive)).toHaveText(
    "Invoices 2 launches in 9 days and is a go, over the objection of engineering.",
  );

  await ana.goto(`/launches?team=${team.slug}`);
  await expect(ana.getByRole("row", { name: /Invoices 2/ })).toContainText("over objection");
  await ana.goto(`/launches/${id}`);
  await expect(ana.getByText("“We pay by hand until it does.”")).toBeVisible();
  await ana.getByRole("button", { name: "More about engineering" }).click();
  await ana.getByRole("menuitem", { name: /^Replace/ }).click();
  const replacing = ana.getByRole("dialog");
  await replacing.getByLabel("Signer").selectOption(next);
  await replacing.getByRole("button", { name: "Replace" }).click();
  await expect(replacing.getByText("Say why: the minutes show it.")).toBeVisible();
  await expectClean(ana);
  await replacing.getByLabel(/^Why is/).fill("Li is away.");
  await replacing.getByRole("button", { name: "Replace" }).click();
  await expect(replacing).toHaveCount(0);
  await expect(ana.getByText(/^Now sam-.* signs for it\.$/)).toBeVisible();
});
