import type { APIRequestContext } from "@playwright/test";
import { COSTS, type Cost } from "../lib/domain/vocabulary";
import { type Api, apiOf, expect, setUp, signIn, standalone } from "./fixtures";
import { everyVisit } from "./pages";

/** Pages that show figures of services; what else there is of pages shows none. */
const SHOWS = /^\/(?:$|changes|services|gaps|exposure|teams|work)/;

interface Slugs {
  items: { slug: string }[];
}

/** Every address with figures: the samples of a service and a team, and each service and each team now and as of some days. */
async function addresses(api: Api, days: readonly string[]): Promise<string[]> {
  const slugs = async (path: string) => (await api.call<Slugs>("GET", path)).items.map(({ slug }) => slug);
  const [services, teams] = [await slugs("/services?limit=100"), await slugs("/teams")];
  const [service = "", team = ""] = [services[0], teams[0]];
  const now = new Date().toISOString();
  const place = { service, team, now, deleted: "", person: "", launch: "", checklist: "", join: "" };
  const samples = everyVisit().flatMap(({ who, route, address }) =>
    who === "signedIn" && SHOWS.test(route) && !address(place).endsWith("/") ? [address(place)] : [],
  );
  const own = [...services.map((slug) => `/services/${slug}`), ...teams.map((slug) => `/teams/${slug}`)];
  const some = [...services.slice(0, 4).map((slug) => `/services/${slug}`), `/teams/${team}`];
  return [
    ...new Set([
      ...[
        "/",
        "/exposure?when=launch",
        "/exposure?tier=1",
        "/services?standing=working",
        "/services?sort=-gaps",
      ],
      ...teams.flatMap((slug) => [`/?team=${slug}`, `/gaps?team=${slug}`, `/exposure?team=${slug}`]),
      ...services.slice(0, 4).flatMap((slug) => [`/exposure?service=${slug}`, `/gaps?service=${slug}`]),
      ...samples,
      ...own,
      ...days.flatMap((day) => [
        `/changes?since=${day}`,
        ...["/", "/exposure", ...some].map((path) => `${path}?asOf=${day}`),
      ]),
    ]),
  ];
}

interface Walk {
  /** Figures by name: their text, and the pages that show them. */
  seen: Map<string, { text: string; pages: Set<string> }>;
  /** Names with more than one text, where each stands. */
  torn: string[];
}

const FIGURE = /<span data-figure="([^"]+)" data-shown="([^"]+)">([^<]*)<\/span>/g;

/** Reads the figures of pages as the server draws them. */
async function walk(request: APIRequestContext, url: string, paths: readonly string[]): Promise<Walk> {
  const found: Walk = { seen: new Map(), torn: [] };
  for (const path of paths) {
    const reply = await request.get(url + path);
    expect(reply.status(), path).toBe(200);
    for (const [, name = "", shown = "", text = ""] of (await reply.text()).matchAll(FIGURE)) {
      const key = `${name} (${shown})`;
      const known = found.seen.get(key) ?? { text, pages: new Set([path]) };
      found.seen.set(key, known);
      if (known.text !== text) {
        found.torn.push(`${key}: “${known.text}” on ${[...known.pages][0]}, “${text}” on ${path}`);
      }
      known.pages.add(path);
    }
  }
  return found;
}

const shared = ({ seen }: Walk) => [...seen.values()].filter(({ pages }) => pages.size > 1).length;

standalone(
  "a figure of the example has one text, on every page, now and then",
  async ({ start, request }) => {
    standalone.setTimeout(600_000);
    const { url } = await start("figures");
    await setUp(url);
    await signIn(request, url);
    const api = apiOf(request, url);
    await api.call("POST", "/example", {});
    const days = [new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)];
    const found = await walk(request, url, await addresses(api, days));
    expect(found.torn).toEqual([]);
    expect(shared(found)).toBeGreaterThan(500);
    for (const name of [
      "portfolio/now.known.loss (2 digits)",
      "portfolio/now.known.loss:data_loss (2 digits)",
      "portfolio/launch.unknown.incidents (0.1)",
      "portfolio/gaps.blockers (exact)",
      `portfolio@${days[0]}/now.known.loss (2 digits)`,
      "services?standing=working/gaps.blockers (exact)",
    ]) {
      expect(found.seen.get(name)?.pages.size, name).toBeGreaterThan(1);
    }
  },
);

/** The same numbers each time, 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Rates whose sums end on what is rounded up: 0.1 + 0.2 + 0.3 + 0.4 + 0.35 is 1.35 or a little less, by their order. */
const EDGES = [0.1, 0.2, 0.3, 0.4, 0.35, 0.05, 0.15];
const VERDICTS = ["yes", "partly", "no", "no", "unclear", "not_applicable"];

interface Card {
  questions: { key: string; costs: { cost: Cost }[] }[];
}

/** Services of two teams with any answers, rates on the edge of rounding, and prices for some costs. */
async function anyServices(api: Api, random: () => number): Promise<void> {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const teams = [];
  for (const name of ["Alpha", "Beta"]) {
    teams.push((await api.call<{ slug: string }>("POST", "/teams", { name })).slug);
  }
  for (let count = 0; count < 7; count += 1) {
    const { slug } = await api.call<{ slug: string }>("POST", "/services", {
      name: `Service ${count}`,
      ...{ team: one(teams), tier: 1 + Math.floor(random() * 4) },
      lifecycle: one(["live", "live", "planned", "launching"]),
    });
    const { questions } = await api.call<Card>("GET", `/services/${slug}/scorecard`);
    if (count === 0) {
      const rates = questions.map(({ key, costs }, at) => [
        key,
        Object.fromEntries(costs.map(({ cost }, place) => [cost, EDGES[(at + place) % EDGES.length]])),
      ]);
      const prices = COSTS.map((cost, at) => [
        cost,
        at % 3 === 0 ? null : { low: 1_000, high: 9_000 * (at + 1) },
      ]);
      await api.call("PUT", "/exposure/model", {
        ...{ rates: Object.fromEntries(rates), prices: Object.fromEntries(prices) },
      });
    }
    const answers = questions.filter(() => random() < 0.75).map(({ key }) => [key, one(VERDICTS)] as const);
    for (const [key, verdict] of answers) {
      const path = `/services/${slug}/answers/${key}`;
      await api.call("PUT", path, { verdict, reason: "Because.", expectedVersion: 0 });
    }
  }
}

standalone("a figure of any services has one text, on every page", async ({ start, request }) => {
  standalone.setTimeout(600_000);
  const { url } = await start("figures");
  await setUp(url);
  await signIn(request, url);
  const api = apiOf(request, url);
  await anyServices(api, numbers(20_261_130));
  const found = await walk(request, url, await addresses(api, []));
  expect(found.torn).toEqual([]);
  expect(shared(found)).toBeGreaterThan(300);
});
