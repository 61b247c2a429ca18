import { expect, test } from "./fixtures";

interface List {
  items: { name: string; slug: string }[];
}

test("a double click makes one team, and one service", async ({ page, api }) => {
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().includes("/api/v1/")) posts.push(request.url());
  });
  await page.goto("/teams/new");
  await page.getByLabel("Name").fill("Twice Pressed");
  await page.getByRole("button", { name: "Create the team" }).dblclick();
  await expect(page).toHaveURL(/\/teams\/twice-pressed$/);
  const teams = await api.call<List>("GET", "/teams");
  expect(teams.items.filter(({ name }) => name === "Twice Pressed")).toHaveLength(1);

  await page
    .getByRole("link", { name: /^Add a service/ })
    .first()
    .click();
  await page.getByLabel("Name", { exact: true }).fill("Pressed twice");
  await page.getByRole("radio", { name: /3 standard/ }).check();
  await page.getByRole("button", { name: "Add and assess it" }).dblclick();
  await expect(page).toHaveURL(/\/services\/pressed-twice\/assess/);
  const services = await api.call<List>("GET", "/services?q=pressed");
  expect(services.items.map(({ name }) => name)).toEqual(["Pressed twice"]);
  expect(posts.length).toBeGreaterThanOrEqual(2);
});
