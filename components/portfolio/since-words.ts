import { changesHref, madeOfHref, serviceHref } from "@/components/addresses/leads-to";
import type { PortfolioQuery } from "@/components/addresses/pages";
import { unitOfPortfolio } from "@/components/figure/amount";
import { amountFigure, choiceSubject, type Figure, WHEN } from "@/components/figure/figure";
import { inARow, type LinkedWords } from "@/components/figure/linked-words";
import type { ExpectedIncidents, ExpectedLosses, Portfolio, Since } from "@/lib/contracts/portfolio";
import { amountText, incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { CAUSE_TEXT, dayInWords } from "./words";

/** At most so many are named; the rest is behind the link. */
const NAMED = 3;

type Named = { slug: string; name: string };

const names = (of: readonly Named[], asOf: string): LinkedWords[] =>
  inARow(
    of
      .slice(0, NAMED)
      .map(({ slug, name }) => ({ text: name, href: serviceHref(slug, asOf), isolate: true })),
  );

/** What is different from a month earlier, with the first few names; every number leads to the whole story. */
export function sinceWords(portfolio: Portfolio, query: PortfolioQuery): LinkedWords[] {
  const { since, totals, day } = portfolio;
  const unit = unitOfPortfolio(portfolio);
  if (since === null) return [];
  const href = changesHref(query, since.day, query.asOf);
  const parts = [
    becameReady(since, query.asOf, href),
    fellBack(since, query.asOf, href),
    difference(since, totals.now, href, unit),
    came(since, href),
  ].filter((part) => part.length > 0);
  const start = { text: `Since ${dayInWords(since.day, day)}: ` };
  if (parts.length === 0) return [start, { text: "nothing moved", href }, { text: "." }];
  return [
    start,
    ...parts.flatMap((part, index) => (index === 0 ? part : [{ text: ", " }, ...part])),
    { text: ". " },
    { text: "What changed", href },
  ];
}

function becameReady({ becameReady: { count, services } }: Since, asOf: string, href: string): LinkedWords[] {
  if (count === 0) return [];
  return [
    { text: `${counted(count, "service")} became ready`, href, tone: "good" },
    ...(count > NAMED ? [] : [{ text: " (" }, ...names(services, asOf), { text: ")" }]),
  ];
}

function fellBack({ fellBack: { count, services } }: Since, asOf: string, href: string): LinkedWords[] {
  if (count === 0) return [];
  const [first] = services;
  const why = count === 1 && first ? [{ text: `, ${CAUSE_TEXT[first.cause].because}` }] : [];
  return [
    { text: `${count.toLocaleString("en")} fell back`, href, tone: "bad" },
    ...(count > NAMED ? [] : [{ text: " (" }, ...names(services, asOf), ...why, { text: ")" }]),
  ];
}

/** What is expected of known gaps, then and now: in money where both had prices. */
function difference(since: Since, now: ExpectedLosses, href: string, unit: Unit): LinkedWords[] {
  const before = since.from.knownLoss;
  if (unit === null || before === null || now.knownLoss === null) return incidents(since, now, href);
  const by = now.knownLoss - before;
  const text = amountText(Math.abs(by), unit);
  if (amountText(now.knownLoss, unit) === amountText(before, unit)) return [];
  return [
    { text: "known exposure " },
    { text: `${by < 0 ? "down" : "up"} ${text}`, href, tone: by < 0 ? "good" : "bad" },
  ];
}

function incidents({ from }: Since, now: ExpectedIncidents, href: string): LinkedWords[] {
  const [before, after] = [amountText(from.known, null), amountText(now.known, null)];
  if (before === after) return [];
  const less = now.known < from.known;
  return [
    { text: "known incidents " },
    { text: `${less ? "down" : "up"} from ${before} to ${after} a year`, href, tone: less ? "good" : "bad" },
  ];
}

function came({ added, left }: Since, href: string): LinkedWords[] {
  const parts = [
    added > 0 && `${added.toLocaleString("en")} new`,
    left > 0 && `${left.toLocaleString("en")} left`,
  ];
  const text = parts.filter(Boolean).join(" and ");
  return text === "" ? [] : [{ text, href }];
}

const lossWords = (loss: Figure): LinkedWords[] => [{ text: `, about ${loss.text},`, figures: [loss] }];

/** What services that are not live yet are expected to cause from their launch on (R6): a figure of its own. */
export function atLaunchWords(
  { known, unknown, knownLoss = null }: ExpectedIncidents & { knownLoss?: number | null },
  query: PortfolioQuery,
  unit: Unit = null,
): LinkedWords[] {
  if (known + unknown === 0) return [];
  const figure = (part: string, amount: number, of: Unit = null) =>
    amountFigure(choiceSubject(query, query.asOf), `${WHEN.atLaunch}.${part}`, amount, of);
  const unsaid = figure("unknown", unknown);
  const more: LinkedWords[] = [
    {
      text: `${unsaid.text} cannot be ruled out`,
      figures: [unsaid],
      href: madeOfHref(query, { kind: "unknown", when: "atLaunch" }),
    },
  ];
  if (known === 0)
    return [{ text: "Of services not live yet, " }, ...more, { text: " from their launch on." }];
  const href = madeOfHref(query, { kind: "known", when: "atLaunch" });
  return [
    { text: "Services not live yet would cause " },
    { text: `${incidentsInWords(known)} a year`, href, figures: [figure("known", known)] },
    ...(unit === null || !knownLoss ? [] : lossWords(figure("known", knownLoss, unit))),
    { text: " from their launch on" },
    ...(unknown === 0 ? [] : [{ text: "; another " }, ...more]),
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
