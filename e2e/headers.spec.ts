import { expect, test } from "./fixtures";

test("pages carry a Content-Security-Policy with a fresh nonce, and break none of it", async ({ page }) => {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
  });
  const nonces = new Set<string>();
  for (const path of ["/services", "/teams", "/checklists", "/settings", "/services/new", "/no-such-page"]) {
    const response = await page.goto(path);
    await page.waitForLoadState("load");
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toContain("unsafe-eval");
    nonces.add(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
    expect(response?.headers()["x-powered-by"]).toBeUndefined();
    expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
  }
  expect(nonces.size).toBe(6);
  expect(violations).toEqual([]);
});

test("an unknown page is a 404 that says where to go; an unknown API address is problem+json", async ({
  page,
}) => {
  const missing = await page.goto("/no-such-page");
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const api = await page.request.get("/api/v1/no-such-thing");
  expect(api.status()).toBe(404);
  expect(api.headers()["content-type"]).toContain("application/problem+json");
});

test("cookies are HttpOnly and SameSite=Lax", async ({ page }) => {
  const session = (await page.context().cookies()).find((cookie) => cookie.name.endsWith(".session"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
});
