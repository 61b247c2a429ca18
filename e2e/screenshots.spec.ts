import { mkdir, writeFile } from "node:fs/promises";
import { plumbline } from "../prisma/demo/plumbline";
import { apiOf, expect, setUp, signIn, test } from "./fixtures";

/** Replaces a picture of the README when that is asked for. */
async function keep(name: string, picture: Buffer): Promise<void> {
  expect(picture.length).toBeGreaterThan(50_000);
  if (process.env.PLUMBLINE_SCREENSHOTS !== "write") return;
  await mkdir("docs/screenshots", { recursive: true });
  await writeFile(`docs/screenshots/${name}.png`, picture);
}

/**
 * The README's pictures: Plumbline itself, assessed by its own checklist, and the example. They are taken with every run;
 * with PLUMBLINE_SCREENSHOTS=write they replace those in docs/screenshots.
 */
test("Plumbline's own assessment loads, stands as working, and makes the README's pictures", async ({
  page,
  api,
}) => {
  const team = await api.call<{ slug: string }>("POST", "/teams", plumbline.team);
  const { slug } = await api.call<{ slug: string }>("POST", "/services", {
    ...plumbline.service,
    team: team.slug,
  });
  for (const { question, ...answer } of plumbline.answers) {
    await api.call("PUT", `/services/${slug}/answers/${question}`, { ...answer, expectedVersion: 0 });
  }
  const card = await api.call<{ standing: string; counts: { unanswered: number } }>(
    "GET",
    `/services/${slug}/scorecard`,
  );
  expect(card).toMatchObject({ standing: "working", counts: { unanswered: 0 } });

  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(`/services/${slug}`, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Plumbline is working");
  const service = await page.screenshot({ animations: "disabled" });
  await page.goto(`/services/${slug}/assess#repeated-request-acts-once`, { waitUntil: "load" });
  await expect(page.getByRole("radiogroup")).toBeVisible();
  await page.waitForTimeout(500);
  const assess = await page.screenshot({ animations: "disabled" });
  await keep("service", service);
  await keep("assess", assess);
});

test("the example portfolio and its exposure make the README's other pictures", async ({ page, start }) => {
  const server = await start("pictures");
  await setUp(server.url);
  await signIn(page.request, server.url);
  await apiOf(page.request, server.url).call("POST", "/example", {});
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(server.url, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The business can rely on");
  await keep("portfolio", await page.screenshot({ animations: "disabled" }));
  await page.goto(`${server.url}/exposure`, { waitUntil: "load" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Known gaps are expected to cost");
  await keep("exposure", await page.screenshot({ animations: "disabled" }));
});
