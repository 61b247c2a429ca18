import "server-only";
import type { NextRequest } from "next/server";
import { blanks, drawHeaders, type Rights } from "../../auth/drawn";
import { loadViewer } from "../../auth/viewer";
import { env } from "../../config/env";
import { log, reasonOf } from "../../config/log";
import { once } from "../../config/once";
import { groundEnds, readGround } from "../../db/ground";
import { BACKGROUND_COOKIE } from "../../domain/background";
import { parseTheme, THEME_COOKIE, type Theme } from "../../domain/theme";
import { type DrawnPage, drawnPage, filledIn, headersFor } from "./drawn-page";
import { Shelf, type Shelved } from "./shelf";

/** The pages that many people open at once, and that are the same for all who have the same rights. */
const KEPT: ReadonlySet<string> = new Set(["/"]);
/** How long one is kept at most: changes are purged only after twice as long, so that no stamp can come back. */
const LONGEST_MS = 60_000;
const PATIENCE_MS = 8_000;

interface KeptPage {
  page: DrawnPage;
  headers: Record<string, string>;
}
const shelf = () =>
  once("kept-pages", () => new Shelf<KeptPage>({ bytes: 32_000_000, places: 200, askedMs: LONGEST_MS }));

/** What a person's page differs by, beside what is filled in. */
const appearance = ({ cookies }: NextRequest): Theme => parseTheme(cookies.get(THEME_COOKIE)?.value);

/** A whole page that a browser opens, rather than the part that changes when a link within it is followed. */
const isWholePage = ({ method, headers, nextUrl }: NextRequest): boolean =>
  method === "GET" &&
  KEPT.has(nextUrl.pathname) &&
  !headers.has("rsc") &&
  process.env.NODE_ENV === "production";

/**
 * A page as it was drawn before, for who has the same rights, as long as nothing changed: filled in with the nonce of
 * this request and with who asks. One statement, and none of the work of rendering.
 * @returns null when the page has to be rendered: it is none of these, nobody is signed in, or it was not drawn yet
 */
export async function keptPage(request: NextRequest, nonce: string, now: Date): Promise<Response | null> {
  if (!isWholePage(request)) return null;
  try {
    const use = request.cookies.has(BACKGROUND_COOKIE) ? "background" : "by_person";
    const viewer = await loadViewer(request.cookies, now, { use, stamped: true });
    if (!viewer?.stamp) return null;
    const { id: _, scopes: __, ...rights } = viewer.actor;
    const path = request.nextUrl.pathname + request.nextUrl.search;
    const key = JSON.stringify([viewer.stamp, path, appearance(request), ...inOrder(rights)]);
    const kept = await shelf().get(key, () => draw(path, rights, appearance(request), now));
    if (!kept) return null;
    const body = filledIn(kept.page, { nonce, me: JSON.stringify(viewer.person) });
    return new Response(body, {
      status: 200,
      headers: { ...headersFor(kept.headers, blanks(), { nonce }), "server-timing": "kept" },
    });
  } catch (error) {
    // The page itself says what is wrong, in its own words.
    log().warn({ error: reasonOf(error) }, "no page could be kept");
    return null;
  }
}

/** The same list for the same rights. */
const inOrder = ({ admin, executive, teams }: Rights): unknown[] => [
  admin,
  executive,
  Object.entries(teams).sort(([a], [b]) => (a < b ? -1 : 1)),
];

/** Has this process render a page for anybody with some rights. */
async function draw(
  path: string,
  rights: Rights,
  theme: Theme,
  now: Date,
): Promise<Shelved<KeptPage> | null> {
  const ends = groundEnds(await readGround(now), now);
  const response = await fetch(`http://127.0.0.1:${env().PORT}${path}`, {
    headers: {
      ...drawHeaders(rights),
      accept: "text/html",
      cookie: `${THEME_COOKIE}=${theme}`,
    },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const html = await response.text();
  const page = response.status === 200 ? drawnPage(html, blanks()) : null;
  if (!page) return null;
  const passed = ["content-type", "cache-control", "link", "vary"].flatMap((name) => {
    const value = response.headers.get(name);
    return value ? [[name, value]] : [];
  });
  const until = Math.min(now.getTime() + LONGEST_MS, ends.getTime());
  return { value: { page, headers: Object.fromEntries(passed) }, until, bytes: page.bytes };
}
