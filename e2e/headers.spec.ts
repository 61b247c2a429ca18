import { expect, test } from "./fixtures";

/** All of it, written out: a directive that is added, dropped or loosened is seen. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'nonce-NONCE' 'strict-dynamic'",
  "style-src 'self' 'nonce-NONCE'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
];

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
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(policy.split("; ")).toEqual(POLICY.map((directive) => directive.replace("NONCE", nonce)));
    nonces.add(nonce);
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
