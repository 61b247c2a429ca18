import type { Page } from "@playwright/test";
import { type Api, expect, test } from "./fixtures";

interface Question {
  key: string;
  title: string;
  critical: boolean;
}
interface Gap {
  question: string;
  title: string;
  blocker: boolean;
}

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A launch of a tier 2 service on which everything holds but some critical questions; all by the admin. */
async function aLaunch(api: Api, name: string, blockers: number) {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: `${name} team` });
  const service = { name, team: team.slug, tier: 2, lifecycle: "launching" };
  const { slug } = await api.call<{ slug: string }>("POST", "/services", service);
  const { questions } = await api.call<{ questions: Question[] }>("GET", `/services/${slug}/scorecard`);
  const open = questions.filter(({ critical }) => critical).slice(0, blockers);
  for (const question of questions) {
    const verdict = open.includes(question) ? "no" : "yes";
    const answer = { verdict, reason: "As of the rehearsal.", expectedVersion: 0 };
    await api.call("PUT", `/services/${slug}/answers/${question.key}`, answer);
  }
  const me = await api.call<{ id: string }>("GET", "/people/me");
  const launch = await api.call<{ id: string; gaps: Gap[] }>("POST", "/launches", {
    ...{ title: `${name} 2`, services: [slug], targetDate: dayIn(9), facilitator: me.id },
    signers: { engineering: me.id },
  });
  return {
    ...{ slug, id: launch.id, me: me.id, gaps: launch.gaps },
    path: `/launches/${launch.id}`,
    /** Somebody else answers, in another browser. */
    answer: (question: string, verdict: string) =>
      api.call("PUT", `/services/${slug}/answers/${question}`, {
        ...{ verdict, reason: "Done by now.", expectedVersion: 1 },
      }),
  };
}

const dialog = (page: Page) => page.getByRole("dialog");
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("what is typed in a dialog outlives the row that it was opened from, and what others decided is passed over", async ({
  page,
  api,
}) => {
  const { path, gaps, answer } = await aLaunch(api, "Labels", 4);
  const third = gaps[2];
  await page.goto(path);
  await test.step("three are left in the card when the first is decided: its one line becomes two", async () => {
    await answer(gaps[3]?.question ?? "", "yes");
    const card = page.locator("section[data-card]").filter({ hasText: "Whose turn it is" });
    await expect(card).toContainText("Decide on three blockers");
    await card.getByRole("button", { name: "Work through them" }).click();
    await expect(dialog(page)).toContainText("1 of 3");
    await page.keyboard.press("1");
    await dialog(page).getByRole("button", { name: "Answer yes" }).click();
    await expect(dialog(page).getByLabel("How do we know?")).toBeFocused();
    await page.keyboard.type("Tried it.");
    await dialog(page).getByRole("button", { name: "Answer yes" }).click();
    await expect(dialog(page)).toContainText("2 of 3");
    await page.keyboard.press("4");
    await dialog(page).getByLabel("Why is this not for us?").fill("We print no");
    await expect(card.getByText("Decide on “")).toHaveCount(2);
    await expect(dialog(page).getByLabel("Why is this not for us?")).toHaveValue("We print no");
  });

  await test.step("the last one was answered meanwhile: it is named, and nothing ends in silence", async () => {
    await answer(third?.question ?? "", "yes");
    await dialog(page).getByRole("button", { name: "Answer “not for us”" }).click();
    await expect(page.getByText(`Somebody else has decided about “${third?.title}”.`)).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
    await expect(heading(page)).not.toContainText("wait");
  });

  await test.step("a note is written twice, word for word", async () => {
    for (const times of [1, 2]) {
      await page.getByLabel("A note").fill("Asked again, no answer.");
      await page.getByRole("button", { name: "Add the note" }).click();
      await expect(page.getByText("Asked again, no answer.")).toHaveCount(times);
      await expect(page.getByLabel("A note")).toHaveValue("");
    }
  });
});

test("single keys that are turned off choose nothing in the dialog either, which leads to the history", async ({
  page,
  api,
}) => {
  const { path, slug } = await aLaunch(api, "Stamps", 1);
  await page.addInitScript(() => localStorage.setItem("plumbline.keys", "off"));
  await page.goto(path);
  await page
    .getByRole("button", { name: /^Decide on / })
    .first()
    .click();
  await page.keyboard.press("4");
  await expect(dialog(page).getByRole("radio", { name: "Not for us" })).not.toBeChecked();
  await expect(dialog(page).locator("kbd")).toHaveCount(0);
  const [history] = await Promise.all([
    page.waitForEvent("popup"),
    dialog(page).getByRole("link", { name: "History" }).click(),
  ]);
  await expect(history).toHaveURL(new RegExp(`/services/${slug}/history\\?area=`));
  await history.close();
});

test("in a meeting nothing that changes live takes the focus, a draft, or a key that is meant for a dialog", async ({
  page,
  api,
}) => {
  const { path, id, gaps, answer } = await aLaunch(api, "Crates", 2);
  const [first] = gaps;
  await api.call("POST", `/launches/${id}/meetings`);

  await test.step("at the signatures the sentence changes, and the focus stays", async () => {
    await page.goto(`${path}/meeting?at=sign`);
    await expect(heading(page)).toContainText("two blockers wait");
    const link = page.getByRole("button", { name: /^Copy the link/ });
    await link.focus();
    await answer(gaps[1]?.question ?? "", "yes");
    await expect(heading(page)).toContainText("one blocker waits");
    await expect(link).toBeFocused();
  });

  await test.step("going on takes it to the heading of where the meeting is", async () => {
    await page.goto(`${path}/meeting?at=prepare`);
    // a key that is pressed before the page has come to life goes to nobody
    await expect(async () => {
      if ((await heading(page).textContent()) !== first?.title) await page.keyboard.press("ArrowRight");
      await expect(heading(page)).toHaveText(first?.title ?? "", { timeout: 3_000 });
    }).toPass();
    await expect(heading(page)).toBeFocused();
  });

  await test.step("a key pressed while a dialog is on its way goes to nobody", async () => {
    await page.getByRole("button", { name: /^Note/ }).click();
    await page.keyboard.press("ArrowRight");
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(heading(page)).toHaveText(first?.title ?? "");
  });

  await test.step("the gap is answered by somebody: what was typed about it stays, and is no surprise", async () => {
    const why = page.getByLabel("Why is this not for us?");
    await page.keyboard.press("4");
    await why.fill("We have no crates.");
    await page.getByRole("button", { name: "Back" }).focus();
    await answer(first?.question ?? "", "yes");
    await expect(page.getByRole("main")).toContainText("Nothing is left to decide");
    await expect(why).toHaveValue("We have no crates.");
    await page.getByRole("button", { name: "Answer “not for us”" }).click();
    await expect(page.getByText("nothing is left to decide about it")).toBeVisible();
    await expect(why).toHaveValue("We have no crates.");
  });
});

test("a plan that is refused shows where, also in what is folded", async ({ page, api, server }) => {
  const { slug } = await aLaunch(api, "Tapes", 0);
  await page.goto(`/launches/new?service=${slug}`);
  await page.getByLabel("Title").fill("Tapes 3");
  await page.getByRole("button", { name: /^More/ }).click();
  const signer = page.getByLabel("Signer for Engineering");
  const deputy = page.getByLabel("Deputy for Engineering");
  await signer.selectOption({ index: 1 });
  await deputy.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Less" }).click();
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText("Choose somebody other than the signer.")).toBeVisible();
  await expect(deputy).toBeFocused();
  await deputy.selectOption({ index: 0 });
  await page.getByLabel("What it is worth").fill("x".repeat(20_000));
  await page.getByRole("button", { name: "Less" }).click();
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByLabel("What it is worth")).toBeFocused();
  await expect(page).toHaveURL(`${server.url}/launches/new?service=${slug}`);
});

test("an address of a list that was cut off leads to its beginning, and the bell claims nothing before it knows", async ({
  page,
  server,
}) => {
  for (const path of ["/work", "/launches", "/waivers", "/gaps", "/services", "/settings/people"]) {
    await page.goto(`${path}?cursor=junk`);
    await expect(page).toHaveURL(server.url + path);
  }
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/v1/notifications?*", async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto("/teams");
  await expect(page.getByRole("link", { name: "What waits for you" })).toBeVisible();
  answer();
  await expect(
    page.getByRole("link", { name: /^(?:Nothing waits|\d+ things? waits?) for you$/ }),
  ).toBeVisible();
});
