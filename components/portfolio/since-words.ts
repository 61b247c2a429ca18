import { changesHref, madeOfHref, serviceHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { amountFigure, choiceSubject, WHEN } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import type {
  ExpectedIncidents,
  ExpectedLosses,
  MovedServices,
  Portfolio,
  Since,
} from "@/lib/contracts/portfolio";
import { amountText, incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { CAUSE_TEXT, dayInWords } from "./words";

/** At most so many services are named in one item. */
const NAMED = 2;
/** At most so many reasons are told of more services. */
const REASONS = 2;
/** At most so many items stand under the headline; the rest is behind the link. */
const ITEMS = 3;

type Named = { slug: string; name: string };
type Cause = MovedServices["causes"][number]["cause"];

/** What is different from a month earlier: a few short items, each with its reason, and the way to all of it. */
export interface Moves {
  /** "since 21 October" */
  since: string;
  items: LinkedWords[][];
  href: string;
}

const nameOf = ({ slug, name }: Named, asOf: string): LinkedWords => ({
  text: name,
  href: serviceHref(slug, asOf),
  isolate: true,
});

/** What moved since a month ago, worst first; null before there is a month to look back on. */
export function moves({ since, totals, day, ...portfolio }: Portfolio, query: PortfolioQuery): Moves | null {
  if (since === null) return null;
  const unit = unitOfPortfolio(portfolio);
  const href = changesHref(query, since.day, query.asOf);
  const items = [
    fellBack(since, query.asOf, href),
    becameReady(since, query.asOf, href),
    difference(since, totals.now, href, unit),
    came(since, href),
  ].filter((item) => item.length > 0);
  return { since: `since ${dayInWords(since.day, day)}`, items: items.slice(0, ITEMS), href };
}

const becameReady = ({ becameReady: all }: Since, asOf: string, href: string): LinkedWords[] =>
  movedWords(all, { verb: "became ready", tone: "good", because: whyReady }, asOf, href);

const fellBack = ({ fellBack: all }: Since, asOf: string, href: string): LinkedWords[] =>
  movedWords(all, { verb: "fell back", tone: "bad", because: whyBack }, asOf, href);

interface Way {
  verb: string;
  tone: "good" | "bad";
  because: (cause: Cause) => string;
}

/** Services that moved one way, each with its reason: two by their names, more by how many moved for what. */
function movedWords(all: MovedServices, way: Way, asOf: string, href: string): LinkedWords[] {
  const { count, services, causes } = all;
  const [cause, ...others] = causes;
  if (cause === undefined) return [];
  const verb: LinkedWords = { text: ` ${way.verb}`, tone: way.tone };
  const same = others.length === 0 ? way.because(cause.cause) : null;
  if (count > NAMED) {
    const why = same === null ? `: ${byReason(all, way)}` : `, each because ${same}`;
    return [{ text: `${counted(count, "service")} ${way.verb}`, href, tone: way.tone }, { text: why }];
  }
  const names = services.map((service): LinkedWords[] => [
    nameOf(service, asOf),
    ...(same === null ? [{ text: ` (${way.because(service.cause)})` }] : []),
  ]);
  const row = names.flatMap((name, index) => (index === 0 ? name : [{ text: " and " }, ...name]));
  if (same === null) return [...row, verb];
  return [...row, verb, { text: count === 1 ? `: ${same}` : `, each because ${same}` }];
}

/** "6 because an answer went stale, 2 because a waiver ended, 1 otherwise". */
function byReason({ count, causes }: MovedServices, { because }: Way): string {
  const shown = causes.slice(0, REASONS);
  const rest = count - shown.reduce((sum, each) => sum + each.count, 0);
  return [
    ...shown.map((each) => `${each.count.toLocaleString("en")} because ${because(each.cause)}`),
    ...(rest > 0 ? [`${rest.toLocaleString("en")} otherwise`] : []),
  ].join(", ");
}

/** A service that was ready ceases to be by the end of a waiver, never by its begin. */
const whyBack = (cause: Cause): string => (cause === "waiver" ? "a waiver ended" : CAUSE_TEXT[cause].because);

/** It becomes ready once its last gap is closed, or its risk accepted. */
const whyReady = (cause: Cause): string =>
  cause === "answer"
    ? "the last gap was closed"
    : cause === "waiver"
      ? "the last gap was accepted"
      : CAUSE_TEXT[cause].because;

/** What is expected of known gaps, then and now: in money where both had prices. */
function difference(since: Since, now: ExpectedLosses, href: string, unit: Unit): LinkedWords[] {
  const before = since.from.knownLoss;
  if (unit === null || before === null || now.knownLoss === null) return incidents(since, now, href);
  const by = now.knownLoss - before;
  const text = amountText(Math.abs(by), unit);
  if (amountText(now.knownLoss, unit) === amountText(before, unit)) return [];
  return [
    { text: "Known exposure " },
    { text: `${by < 0 ? "down" : "up"} ${text}`, href, tone: by < 0 ? "good" : "bad" },
  ];
}

function incidents({ from }: Since, now: ExpectedIncidents, href: string): LinkedWords[] {
  const [before, after] = [amountText(from.known, null), amountText(now.known, null)];
  if (before === after) return [];
  const less = now.known < from.known;
  return [
    { text: "Known incidents " },
    { text: `${less ? "down" : "up"} from ${before} to ${after} a year`, href, tone: less ? "good" : "bad" },
  ];
}

function came({ added, left }: Since, href: string): LinkedWords[] {
  const parts = [
    added > 0 && `${counted(added, "service")} added`,
    left > 0 && (added > 0 ? `${left.toLocaleString("en")} removed` : `${counted(left, "service")} removed`),
  ];
  const text = parts.filter(Boolean).join(", ");
  return text === "" ? [] : [{ text, href }];
}

type AtLaunch = ExpectedIncidents & Partial<Pick<ExpectedLosses, "knownLoss" | "unknownLoss">>;

/** What services that are not live yet are expected to lead to from their launch on (R6): money first, a sum of its own. */
export function atLaunchWords(
  { known, unknown, knownLoss, unknownLoss }: AtLaunch,
  query: PortfolioQuery,
  unit: Unit = null,
): LinkedWords[] {
  if (known + unknown === 0) return [];
  const said = (
    kind: "known" | "unknown",
    incidents: number,
    loss: number | null | undefined,
  ): LinkedWords => {
    const money = unit !== null && loss ? loss : null;
    const figure = amountFigure(
      choiceSubject(query, query.asOf),
      `${WHEN.atLaunch}.${kind}`,
      money ?? incidents,
      money === null ? null : unit,
    );
    return {
      text: money === null ? incidentsInWords(incidents) : figure.text,
      figures: [figure],
      href: madeOfHref(query, { kind, when: "atLaunch" }),
    };
  };
  const maybe = said("unknown", unknown, unknownLoss);
  if (known === 0)
    return [
      { text: "Of services not live yet, " },
      { ...maybe, text: `${maybe.text} a year` },
      { text: " cannot be ruled out from their launch on." },
    ];
  const loss = unit !== null && Boolean(knownLoss);
  const sure = said("known", known, knownLoss);
  // after incidents, a number is one of incidents
  const again = loss ? maybe : { ...maybe, text: maybe.figures?.[0]?.text ?? maybe.text };
  return [
    { text: `From their launch on, services not live yet would ${loss ? "cost about" : "cause"} ` },
    { ...sure, text: `${sure.text} a year` },
    ...(unknown === 0 ? [] : [{ text: "; another " }, again, { text: " cannot be ruled out" }]),
    { text: "." },
  ];
}

/** What the amounts stand on: how many costs have a price, whose prices they are, and where they stand. */
export function assumptionWords({
  pricedCosts,
  examplePrices,
  totals,
}: Pick<Portfolio, "pricedCosts" | "examplePrices" | "totals">): LinkedWords[] {
  if (totals.gaps === 0) return [];
  const href = "/exposure/model";
  if (pricedCosts === 0)
    return [
      { text: "No cost has a price yet: " },
      { text: "say what an incident costs", href },
      { text: "." },
    ];
  const which = pricedCosts === 8 ? "all eight" : `${pricedCosts} of 8`;
  return [
    { text: `${examplePrices ? "Prices of the example" : "Prices"} cover ${which} costs; ` },
    { text: examplePrices ? "they are invented assumptions" : "these are your assumptions", href },
    { text: "." },
  ];
}
