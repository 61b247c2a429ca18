import { ADMIN, type Api, expect, test } from "./fixtures";
import { closeOthers, dayIn, headline, inBrowser, signGo } from "./launching";
import { address, joined, PASSWORD } from "./people";

interface Card {
  questions: { key: string; title: string; critical: boolean; version: number; verdict: string }[];
}

/** A tier 2 service of which everything holds but two critical questions, and somebody of its team. */
async function aServiceToLaunch(api: Api, url: string, name: string) {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: `${name} team` });
  const body = { name, team: team.slug, tier: 2, lifecycle: "launching" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", body);
  const { questions } = await api.call<Card>("GET", `/services/${slug}/scorecard`);
  const critical = questions.filter((question) => question.critical);
  const open = critical.slice(0, 2).map(({ key }) => key);
  for (const { key } of questions) {
    const verdict = open.includes(key) ? "no" : "yes";
    await api.call("PUT", `/services/${slug}/answers/${key}`, {
      verdict,
      reason: "As of the rehearsal.",
      expectedVersion: 0,
    });
  }
  const jonas = address("jonas");
  const id = await joined(api, url, jonas, { teams: [{ team: team.slug, role: "member" }] });
  return {
    slug,
    jonas: { id, email: jonas, name: jonas.split("@")[0] ?? "" },
    held: critical[2]?.key ?? "",
    questions: critical,
  };
}

test.afterEach(closeOthers);

test("a launch is planned, decided on by keys, signed by two people, falls, is signed again and launched", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const { slug, jonas, held, questions } = await aServiceToLaunch(api, server.url, "Parcels");
  const other = await inBrowser(browser, server.url, jonas.email);
  let path = "";

  await test.step("Ana plans it from the page of the service", async () => {
    await ana.goto(`/services/${slug}`);
    await ana.getByRole("button", { name: "More about Parcels" }).click();
    await ana.getByRole("menuitem", { name: "Plan a launch" }).click();
    await expect(ana).toHaveURL(/\/launches\/new\?service=/);
    await ana.getByRole("button", { name: "Plan it" }).click();
    await expect(ana.getByText("Give it the name that people use.")).toBeVisible();
    await ana.getByLabel("Title").fill("Parcels 2");
    await ana.getByLabel("Launch day").fill(dayIn(9));
    await expect(ana.getByText("Two roles have to sign")).toBeVisible();
    await ana.getByRole("button", { name: /^More/ }).click();
    await ana.getByLabel("Signer for Engineering").selectOption({ label: ADMIN.name });
    await ana.getByLabel("Signer for Product").selectOption({ label: jonas.name });
    await ana.getByRole("button", { name: "Plan it" }).click();
    await expect(headline(ana)).toContainText(
      "Parcels 2 launches in 9 days and is not decided: two blockers wait",
    );
    path = new URL(ana.url()).pathname;
  });

  await test.step("nobody can say go yet", async () => {
    await ana.getByRole("button", { name: "Sign … for engineering" }).first().click();
    await expect(ana.getByRole("radio", { name: "Go", exact: true })).toBeDisabled();
    await ana.keyboard.press("Escape");
  });

  await test.step("she works through the blockers, one by one, by keys", async () => {
    const dialog = ana.getByRole("dialog");
    await ana
      .getByRole("region", { name: "Blockers" })
      .getByRole("button", { name: "Work through them" })
      .click();
    await expect(dialog).toContainText("1 of 2");
    await ana.keyboard.press("1");
    await expect(dialog.getByRole("radio", { name: "Fixed" })).toBeChecked();
    await dialog.getByLabel("How do we know?").fill("Tried it 4 times");
    await expect(dialog.getByRole("radio", { name: "Fixed" })).toBeChecked();
    await dialog.getByRole("button", { name: "Answer yes" }).click();
    await expect(dialog).toContainText("2 of 2");
    await ana.keyboard.press("2");
    await dialog.getByRole("button", { name: "Make it a condition" }).click();
    await expect(dialog.getByText("Choose who does it.")).toBeVisible();
    await dialog.getByLabel("Who does it").selectOption({ label: jonas.name });
    await dialog.getByLabel("By").fill(dayIn(3));
    await dialog.getByRole("button", { name: "Make it a condition" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(headline(ana)).toHaveText(
      "Parcels 2 launches in 9 days and is not decided: engineering and product have to sign.",
    );
  });

  await test.step("two people sign, each in a browser of their own: a go on one condition", async () => {
    await signGo(ana, "engineering");
    await expect(headline(ana)).toContainText("product has to sign");
    await other.page.goto("/launches");
    await expect(headline(other.page)).toContainText("waits for you");
    await other.page.goto(path);
    await signGo(other.page, "product");
    await expect(headline(other.page)).toHaveText(
      "Parcels 2 launches in 9 days and is a go on one condition.",
    );
    await expect(headline(ana)).toHaveText("Parcels 2 launches in 9 days and is a go on one condition.");
  });

  await test.step("an answer gets worse: the go falls by itself, and the page says why", async () => {
    const now = await api.call<Card>("GET", `/services/${slug}/scorecard`);
    const answer = now.questions.find(({ key }) => key === held);
    const body = { verdict: "no", reason: "It hung for 40 s.", expectedVersion: answer?.version };
    await api.call("PUT", `/services/${slug}/answers/${held}`, body);
    await expect(headline(ana)).toContainText(
      "is not decided: one blocker waits for somebody, engineering and product have to sign again",
    );
    await expect(ana.getByRole("alert").filter({ hasText: "sign again" })).toContainText(
      "went from yes to no, by Ana Kirsch, today",
    );
    await api.call("PUT", `/services/${slug}/answers/${held}`, {
      ...body,
      verdict: "yes",
      expectedVersion: (answer?.version ?? 0) + 1,
    });
    await expect(headline(ana)).toContainText("is not decided: engineering and product have to sign again");
  });

  await test.step("what was shown before it got worse cannot be signed: the dialog shows what is new", async () => {
    await ana.getByRole("button", { name: "Sign again … for engineering" }).first().click();
    const dialog = ana.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Go", exact: true }).check({ force: true });
    const now = await api.call<Card>("GET", `/services/${slug}/scorecard`);
    const { key, version } = now.questions.find(
      (each) => each.critical && each.verdict === "yes" && each.key !== held,
    ) ?? { key: "", version: 0 };
    await api.call("PUT", `/services/${slug}/answers/${key}`, {
      verdict: "partly",
      reason: "Not for refunds.",
      expectedVersion: version,
    });
    await api.call("PUT", `/services/${slug}/answers/${key}`, {
      verdict: "yes",
      reason: "For them too.",
      expectedVersion: version + 1,
    });
    await dialog.getByRole("button", { name: "Sign go" }).click();
    await expect(dialog).toContainText("Something got worse while you looked. Nothing is signed.");
    await expect(dialog).toContainText(
      `“${questions.find((each) => each.key === key)?.title}” went from yes to partly`,
    );
    await dialog.getByRole("button", { name: "Look at the new state" }).click();
    await expect(dialog).toContainText("This is the new state.");
    await dialog.getByRole("button", { name: "Sign go" }).click();
    await expect(dialog).toHaveCount(0);
    await other.page.goto(path);
    await signGo(other.page, "product");
    await expect(headline(ana)).toContainText("is a go on one condition");
  });

  await test.step("the condition is met, and the go is a plain one", async () => {
    await expect(ana.getByRole("region", { name: "Blockers" })).toContainText(jonas.name);
    const now = await other.api.call<Card>("GET", `/services/${slug}/scorecard`);
    const { key, version } = now.questions.find(({ verdict }) => verdict === "no") ?? { key: "", version: 0 };
    await other.api.call("PUT", `/services/${slug}/answers/${key}`, {
      verdict: "yes",
      reason: "Timed.",
      expectedVersion: version,
    });
    await expect(headline(ana)).toHaveText("Parcels 2 launches in 9 days and is a go.");
  });

  await test.step("it is launched, and the list says so", async () => {
    await ana.getByRole("button", { name: "Close the launch …" }).click();
    const dialog = ana.getByRole("dialog");
    await dialog.getByLabel("It was").selectOption("launched");
    await dialog.getByRole("button", { name: "Record as launched" }).click();
    await expect(headline(ana)).toContainText("Parcels 2 launched on");
    await expect(ana.getByRole("button", { name: "Edit the plan" })).toHaveCount(0);
    await ana.goto("/launches?state=launched");
    await expect(ana.getByRole("row", { name: /Parcels 2/ })).toContainText("Go");
  });
});

test("two people change one plan at once: neither loses anything; a no-go says why, and an old password is asked for again", async ({
  page: ana,
  api,
  server,
  browser,
}) => {
  const { slug, jonas } = await aServiceToLaunch(api, server.url, "Refunds");
  const me = await api.call<{ id: string }>("GET", "/people/me");
  const { id } = await api.call<{ id: string }>("POST", "/launches", {
    ...{ title: "Refunds 4", services: [slug], targetDate: dayIn(12), facilitator: me.id },
    signers: { engineering: me.id, product: jonas.id },
  });
  const other = await inBrowser(browser, server.url, jonas.email);

  await ana.goto(`/launches/${id}`);
  await ana.getByRole("button", { name: "Edit the plan" }).click();
  const dialog = ana.getByRole("dialog");
  await dialog.getByLabel("What it is worth").fill("Fewer calls about refunds.");
  await other.api.call("PATCH", `/launches/${id}`, {
    worth: "Refunds in an hour.",
    onCall: "Jonas",
    expectedVersion: 1,
  });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("Somebody else changed the plan while you were typing.");
  await expect(dialog).toContainText("There now: Refunds in an hour.");
  await expect(dialog.getByLabel("On call")).toHaveValue("Jonas");
  await expect(dialog.getByLabel("What it is worth")).toHaveValue("Fewer calls about refunds.");
  await dialog.getByRole("button", { name: "Save with both" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(ana.getByText("Fewer calls about refunds.")).toBeVisible();

  const refuse = `**/api/v1/launches/${id}/sign-offs`;
  let asked = 0;
  await other.page.route(refuse, async (route) => {
    asked += 1;
    if (asked > 1) return route.fallback();
    return route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      json: {
        type: "about:blank",
        title: "",
        status: 403,
        code: "reauthentication_required",
        detail: "Again.",
        requestId: "1",
      },
    });
  });
  await other.page.goto(`/launches/${id}`);
  await other.page.getByRole("button", { name: "Sign … for product" }).first().click();
  const theirs = other.page.getByRole("dialog");
  await theirs.getByRole("radio", { name: "No-go" }).check({ force: true });
  await theirs.getByRole("button", { name: "Sign no-go" }).click();
  await expect(theirs.getByText("Say why: the minutes show it.")).toBeVisible();
  await theirs.getByLabel("Why not?").fill("The bank has not answered.");
  await theirs.getByLabel("Look again on").fill(dayIn(2));
  await theirs.getByRole("button", { name: "Sign no-go" }).click();
  await theirs.getByLabel("Your password", { exact: true }).fill("not my password at all");
  await theirs.getByRole("button", { name: "Sign no-go" }).click();
  await expect(theirs.getByText(/not your password/)).toBeVisible();
  await theirs.getByLabel("Your password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign no-go" }).click();
  await expect(theirs).toHaveCount(0);
  await expect(headline(other.page)).toContainText("is a no-go: product said no");
  await expect(ana.getByText("“The bank has not answered.”")).toBeVisible();
});
