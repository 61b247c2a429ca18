import { assessHref, gapsPage, launchHref } from "@/components/addresses/pages";
import { THEME_NAME } from "@/components/shell/theme-choice";
import { formatTime } from "@/components/ui/format-time";
import type { RecentPick } from "@/lib/client/recent-picks";
import type { Hit } from "@/lib/contracts/search";
import { bestFound, findable, finds, type Wanted, wanted } from "@/lib/domain/find";
import { THEMES, type Theme } from "@/lib/domain/theme";
import { AREA_TEXT, STANDING_TEXT, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { dayMeant } from "./day-words";
import { BEGINNINGS, PLACES, type Place } from "./places";

/** Something in the palette: to go to, or to do. */
export interface Item extends RecentPick {
  /** What else leads to it. */
  also?: string | undefined;
  /** In place of going somewhere. */
  does?: { theme: Theme } | "sign_out" | "keys" | undefined;
}

/** What the palette knows beside what is typed. */
export interface Around {
  /** Path and query string of the page that it stands over. */
  path: string;
  search: string;
  /** YYYY-MM-DD */
  today: string;
  /** Pages that not everybody may open, as far as this person may. */
  may: readonly string[];
  /** The last one first. */
  recent: readonly RecentPick[];
}

/** Some items under a heading; "" for none. */
export interface Section {
  title: string;
  items: readonly Item[];
}

const MOST = 12;
const MOST_RECENT = 6;
/** What was picked last comes before what is found as well. */
const RECENT = 0.3;
const RECENT_STEP = 0.015;
/** What one can do with something stands below it. */
const DOING = 0.15;

/** What one can do with a service, by the word that it is asked for with. */
const VERBS = [
  { word: "assess", name: "Assess", href: (service: string) => assessHref(service) },
  { word: "edit", name: "Edit", href: (service: string) => `/services/${service}/edit` },
  { word: "history", name: "History of", href: (service: string) => `/services/${service}/history` },
] as const;
type Verb = (typeof VERBS)[number];

/** What is asked of the server: the words without what is to be done, "history of checkout" as well as "history checkout". */
export function readTyped(typed: string): { verb: Verb | null; words: string } {
  const [, first = "", rest = ""] = /^\s*(\S+)\s+(?:of\s+)?(.*)$/i.exec(typed) ?? [];
  const verb = VERBS.find(({ word }) => word === first.toLowerCase()) ?? null;
  return verb && rest.trim() !== "" ? { verb, words: rest.trim() } : { verb: null, words: typed.trim() };
}

const placeItem = ({ href, name, also }: Place, kind: "Page" | "Action"): Item => ({
  ...{ key: href, kind, name, about: "", href, also },
});

const doing = (name: string, also: string, does: Item["does"]): Item => ({
  ...{ key: name, kind: "Action", name, about: "", href: "", also, does },
});

/** Pages and actions, which need no request. */
const ownItems = (may: readonly string[]): Item[] => [
  ...PLACES.map((place) => placeItem(place, "Page")),
  ...BEGINNINGS.filter(({ href }) => may.includes(href)).map((place) => placeItem(place, "Action")),
  ...THEMES.map((theme) =>
    doing(`Theme: ${THEME_NAME[theme].toLowerCase()}`, "appearance colours mode system", { theme }),
  ),
  doing("Keys of this page", "keyboard shortcuts help", "keys"),
  doing("Sign out", "leave log exit", "sign_out"),
];

const HAS_PAST = /^\/(?:exposure)?$|^\/(?:services|teams)\/(?!new$)[^/]+$/;

/** The page that one is on as it was at the end of a day; the portfolio where that has no past. */
function asOfItem(day: string, { path, search }: Around): Item {
  const params = new URLSearchParams(HAS_PAST.test(path) ? search : "");
  params.set("asOf", day);
  const href = `${HAS_PAST.test(path) ? path : "/"}?${params}`;
  const name = `As of ${formatTime(`${day}T12:00:00Z`, "UTC", "day")}`;
  return { key: href, kind: "Action", name, about: HAS_PAST.test(path) ? "This page" : "Portfolio", href };
}

const verbItem = (verb: Verb, service: string, name: string, about: string): Item => ({
  ...{
    key: verb.href(service),
    kind: "Action",
    name: `${verb.name} ${name}`,
    about,
    href: verb.href(service),
  },
});

/** What the server found, as it stands in the palette. */
function hitItem(hit: Hit): Item {
  switch (hit.kind) {
    case "service":
      return {
        ...{
          key: `service ${hit.service}`,
          kind: "Service",
          name: hit.name,
          href: `/services/${hit.service}`,
        },
        about: `${hit.teamName} · ${hit.lifecycle === "retired" ? "retired" : STANDING_TEXT[hit.standing]}`,
      };
    case "team":
      return {
        ...{ key: `team ${hit.team}`, kind: "Team", name: hit.name, href: `/teams/${hit.team}` },
        about: counted(hit.services, "service"),
      };
    case "question":
      return {
        ...{ key: `question ${hit.question}`, kind: "Question", name: hit.title },
        href: gapsPage.href({ question: hit.question }),
        about: `${AREA_TEXT[hit.area].name} · ${hit.open === 0 ? "open nowhere" : `open in ${counted(hit.open, "service")}`}`,
      };
    case "gap":
      return {
        ...{ key: `gap ${hit.service} ${hit.question}`, kind: "Gap", name: hit.title },
        href: assessHref(hit.service, hit.question),
        about: `${hit.serviceName} · ${VERDICT_TEXT[hit.verdict].name.toLowerCase()}`,
      };
    case "person":
      return {
        ...{ key: `person ${hit.person}`, kind: "Person", name: hit.name },
        href: `/settings/people/${hit.person}`,
        about: hit.disabled ? `${hit.email} · disabled` : hit.email,
      };
    case "launch":
      return {
        ...{ key: `launch ${hit.launch}`, kind: "Launch", name: hit.title, href: launchHref(hit.launch) },
        about: formatTime(`${hit.targetDate}T12:00:00Z`, "UTC", "day"),
      };
  }
}

/**
 * What was found, with what can be done with a service that is found. Where that was asked for only that, and what is called
 * as all of it was typed: a service may be called "History".
 */
function* serverItems(
  hits: readonly Hit[],
  verb: Verb | null,
  whole: Wanted,
): Generator<{ item: Item; score: number }> {
  let services = 0;
  for (const hit of hits) {
    const { score } = hit;
    if (hit.kind === "service") {
      const [assess] = VERBS;
      if (verb) yield { item: verbItem(verb, hit.service, hit.name, hit.teamName), score };
      else if (services === 0 && hit.lifecycle !== "retired") {
        yield { item: verbItem(assess, hit.service, hit.name, hit.teamName), score: score - DOING };
      }
      services += 1;
    }
    const item = hitItem(hit);
    yield { item, score: verb ? finds(whole, findable(item.name)) : score };
  }
}

/**
 * What stands in the palette: while nothing is typed what was picked last and what is likely here, else what is found, the
 * closest first, what was picked lately before what is found as well.
 * @param hits what the server found; of a search before it only what is found still
 */
export function sectionsOf(typed: string, hits: readonly Hit[], around: Around): Section[] {
  const search = wanted(typed);
  if (search.whole === "") return idleSections(around);
  const { verb } = readTyped(typed);
  const places = new Map(around.recent.map(({ key }, place) => [key, place]));
  const boost = (key: string) => {
    const place = places.get(key);
    return place === undefined ? 0 : RECENT - place * RECENT_STEP;
  };
  const day = dayMeant(typed, around.today);
  const scored = [
    ...(day === null ? [] : [{ item: asOfItem(day, around), score: 2 }]),
    ...ownItems(around.may).map((item) => ({
      item,
      score: finds(search, findable(item.name, item.also ?? "")),
    })),
    ...serverItems(hits, verb, search),
  ];
  const best = bestFound(scored, ({ item, score }) => (score > 0 ? score + boost(item.key) : 0), MOST);
  return best.length === 0 ? [] : [{ title: "", items: best.map(({ item }) => item.item) }];
}

/** Those of an earlier search that are found by this one too. */
export function stillFound(hits: readonly Hit[], typed: string): Hit[] {
  const search = wanted(readTyped(typed).words);
  return hits.filter((hit) => {
    const { name, about, kind } = hitItem(hit);
    return finds(search, findable(name, about, kind)) > 0;
  });
}

function idleSections({ path, may, recent }: Around): Section[] {
  const [, service] = /^\/services\/(?!new$)([^/]+)/.exec(path) ?? [];
  const here = service
    ? VERBS.map((verb) => verbItem(verb, service, "this service", "")).filter(({ href }) => href !== path)
    : [];
  const likely = [
    ...here,
    ...BEGINNINGS.filter(({ href }) => may.includes(href)).map((place) => placeItem(place, "Action")),
    ...PLACES.filter(({ href }) => ["/work", "/gaps?owner=me&sort=due", "/changes"].includes(href)).map(
      (place) => placeItem(place, "Page"),
    ),
  ];
  const picked = recent.filter(({ href }) => href !== path).slice(0, MOST_RECENT);
  return [
    ...(picked.length === 0 ? [] : [{ title: "Lately", items: picked }]),
    { title: "Likely here", items: likely.slice(0, MOST_RECENT) },
  ];
}
