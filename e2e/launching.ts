import type { Browser, Page } from "@playwright/test";
import { dayOf } from "../lib/domain/as-of";
import { type Api, apiOf, expect, signIn } from "./fixtures";
import { PASSWORD } from "./people";

const TIME_ZONE = "Europe/Berlin";

/** Today where the organisation is. */
export const today = dayOf(new Date(), TIME_ZONE);
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
