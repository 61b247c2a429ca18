import "server-only";
import type { NextRequest } from "next/server";
import { blanks, type Rights, renderHeaders } from "../../auth/shared-rendering";
import { loadViewer } from "../../auth/viewer";
import { env } from "../../config/env";
import { log } from "../../config/log";
import { once } from "../../config/once";
import { BACKGROUND_COOKIE } from "../../domain/background";
import { reasonOf } from "../../domain/errors";
import { parseTheme, THEME_COOKIE, type Theme } from "../../domain/theme";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { filledIn, headersFor, type PageTemplate, templateOf } from "./page-template";
import { type CacheEntry, SharedCache } from "./shared-cache";

/** The pages that many people open at once, and that are the same for all who have the same rights. */
const CACHED: ReadonlySet<string> = new Set(["/"]);
/** How long one is cached at most: changes are purged only after twice as long, so that no stamp can come back. */
const LONGEST_MS = 60_000;
const PATIENCE_MS = 8_000;

interface CachedPage {
  page: PageTemplate;
  headers: Record<string, string>;
}
const cache = () =>
  once(
    "page-cache",
    () => new SharedCache<CachedPage>({ bytes: 32_000_000, places: 200, askedMs: LONGEST_MS }),
  );

/** What a person's page differs by, beside what is filled in. */
const appearance = ({ cookies }: NextRequest): Theme => parseTheme(cookies.get(THEME_COOKIE)?.value);

/** A whole page that a browser opens, rather than the part that changes when a link within it is followed. */
const isWholePage = ({ method, headers, nextUrl }: NextRequest): boolean =>
  method === "GET" &&
  CACHED.has(nextUrl.pathname) &&
  !headers.has("rsc") &&
  process.env.NODE_ENV === "production";

/**
 * A page as it was drawn before, for who has the same rights, as long as nothing changed: filled in with the nonce of
 * this request and with who asks. One statement, and none of the work of rendering.
 * @returns null when the page has to be rendered: it is none of these, nobody is signed in, or it was not drawn yet
 */
export async function cachedPage(request: NextRequest, nonce: string, now: Date): Promise<Response | null> {
  if (!isWholePage(request)) return null;
  try {
    const use = request.cookies.has(BACKGROUND_COOKIE) ? "background" : "by_person";
    const viewer = await loadViewer(request.cookies, now, { use, stamped: true });
    if (!viewer?.stamp) return null;
    const { id: _, scopes: __, ...rights } = viewer.actor;
    const path = request.nextUrl.pathname + request.nextUrl.search;
    const key = JSON.stringify([viewer.stamp, path, appearance(request), ...inOrder(rights)]);
    const cached = await cache().get(key, () => render(path, rights, appearance(request), now));
    if (!cached) return null;
    const body = filledIn(cached.page, { nonce, me: JSON.stringify(viewer.person) });
    return new Response(body, {
      status: 200,
      headers: { ...headersFor(cached.headers, blanks(), { nonce }), "server-timing": "kept" },
    });
  } catch (error) {
    // The page itself says what is wrong, in its own words.
    log().warn({ error: reasonOf(error) }, "no page could be cached");
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
async function render(
  path: string,
  rights: Rights,
  theme: Theme,
  now: Date,
): Promise<CacheEntry<CachedPage> | null> {
  const ends = (await snapshotNow(now)).until;
  const response = await fetch(`http://127.0.0.1:${env().PORT}${path}`, {
    headers: {
      ...renderHeaders(rights),
      accept: "text/html",
      cookie: `${THEME_COOKIE}=${theme}`,
    },
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const html = await response.text();
  const page = response.status === 200 ? templateOf(html, blanks()) : null;
  if (!page) return null;
  const passed = ["content-type", "cache-control", "link", "vary"].flatMap((name) => {
    const value = response.headers.get(name);
    return value ? [[name, value]] : [];
  });
  const until = Math.min(now.getTime() + LONGEST_MS, ends.getTime());
  return { value: { page, headers: Object.fromEntries(passed) }, until, bytes: page.bytes };
}
