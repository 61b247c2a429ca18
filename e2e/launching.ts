import type { Browser, Page } from "@playwright/test";
import { dayOf } from "../lib/domain/as-of";
import { type Api, apiOf, expect, signIn } from "./fixtures";
import { PASSWORD } from "./people";

const TIME_ZONE = "Europe/Berlin";

/** Today where the organisation is. */
export const today = () => dayOf(new Date(), TIME_ZONE);
/** A day so many days from today, there. */
export const dayIn = (days: number) => dayOf(new Date(Date.now() + days * 86_400_000), TIME_ZONE);

/** The sentence that a page begins with. */
export const headline = (page: Page) => page.getByRole("heading", { level: 1 });

/** Somebody in a browser of their own. It has a stream of its own too, which another test would count: `closeOthers`. */
export async function inBrowser(
  browser: Browser,
  url: string,
  email: string,
): Promise<{ page: Page; api: Api }> {
  const context = await browser.newContext({ baseURL: url });
  await signIn(context.request, url, { name: "", email, password: PASSWORD });
  return { page: await context.newPage(), api: apiOf(context.request, url) };
}

/** Closes the browsers of everybody else after a test. */
export async function closeOthers({ browser, page }: { browser: Browser; page: Page }): Promise<void> {
  for (const other of browser.contexts()) if (other !== page.context()) await other.close();
}

/** Signs go for a role on the launch's page, by keyboard and pointer, as the dialog wants it. */
export async function signGo(page: Page, role: string): Promise<void> {
  await page
    .getByRole("button", { name: new RegExp(`^Sign(?: again)? … for ${role}$`) })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Go", exact: true }).check({ force: true });
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Enter does not sign")).toBeVisible();
  await dialog.getByRole("button", { name: "Sign go" }).click();
  await expect(dialog).toHaveCount(0);
}

export interface Question {
  key: string;
  title: string;
  critical: boolean;
  version: number;
}

/** A service of which everything holds but so many critical questions. */
export async function aService(api: Api, name: string, tier: number, blockers: number) {
  const team = await api.call<{ slug: string }>("POST", "/teams", { name: `${name} team` });
  const { slug } = await api.call<{ slug: string }>("POST", "/services", {
    ...{ name, team: team.slug, tier, lifecycle: "launching" },
  });
  const { questions } = await api.call<{ questions: Question[] }>("GET", `/services/${slug}/scorecard`);
  const critical = questions.filter((question) => question.critical);
  for (const question of questions) {
    await api.call("PUT", `/services/${slug}/answers/${question.key}`, {
      verdict: critical.indexOf(question) < blockers && question.critical ? "no" : "yes",
      reason: "As of the rehearsal.",
      expectedVersion: 0,
    });
  }
  const titles = critical.map(({ title }) => title);
  return { slug, team: team.slug, fine: critical[blockers]?.key ?? "", titles };
}

/** The minutes as Markdown, of which the times of day and the hashes are taken out. */
export async function minutesOf(page: Page, id: string): Promise<string> {
  const reply = await page.request.get(`/api/v1/launches/${id}/minutes?format=md`);
  return (await reply.text()).replace(/ at \d\d:\d\d/g, " at 10:42").replace(/`[0-9a-f]{64}`/g, "`hash`");
}
