import { exposureHref, madeOfHref, servicesHref } from "@/components/addresses/leads-to";
import { isNarrowed, type PortfolioQuery } from "@/components/addresses/pages";
import { amountFigure, choiceSubject, countFigure, WHEN } from "@/components/figure/figure";
import { inARow, type LinkedWords } from "@/components/figure/linked-words";
import type { CostShare, Portfolio } from "@/lib/contracts/portfolio";
import { incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { READY } from "@/lib/domain/standing";
import { COST_TEXT, STANDING_TEXT, STANDINGS, type Standing } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

type Totals = Portfolio["totals"];
type Shares = readonly Pick<CostShare, "cost" | "now">[];

const OTHERS: readonly Standing[] = ["working", "unassessed"];

const subject = (query: PortfolioQuery, standing: readonly Standing[] = query.standing) =>
  choiceSubject({ ...query, standing }, query.asOf);
/** How many services of some standings there are. */
const services = (count: number, query: PortfolioQuery, standing?: readonly Standing[]) =>
  countFigure(subject(query, standing), "services", count);

/**
 * Which services the business can rely on, and what the rest is expected to cause in a year: known first, unknown
 * apart; only what is carried now (R1, R6). Every number leads to what it is made of.
 */
export function headline(
  totals: Totals,
  costs: Shares,
  query: PortfolioQuery,
  unit: Unit = null,
): LinkedWords[] {
  if (totals.services === 0) return [{ text: nothingThere(totals, query) }];
  if (totals.byStanding.unassessed === totals.services) return unassessed(totals, query);
  return [
    ...relyOn(totals, query),
    ...expected(totals, costs, query, unit),
    ...cannotBeRuledOut(totals, query, unit),
  ];
}

function nothingThere({ retired }: Totals, query: PortfolioQuery): string {
  const inUse = retired > 0 ? " in use" : "";
  if (query.asOf !== "" && !isNarrowed(query)) return `There was no service${inUse} yet.`;
  return isNarrowed(query) ? `No service${inUse} matches these filters.` : "Every service is retired.";
}

function unassessed(totals: Totals, query: PortfolioQuery): LinkedWords[] {
  const { services: all, unanswered } = totals;
  const href = servicesHref(query, ["unassessed"]);
  const them = all === 1 ? "it" : "them";
  const who: LinkedWords[] =
    all === 1
      ? [{ text: "The one service", href }, { text: " has not been assessed yet" }]
      : [
          { text: "None of " },
          {
            text: `${isNarrowed(query) ? "these " : ""}${counted(all, "service")}`,
            href,
            figures: [services(all, query)],
          },
          { text: " has been assessed yet" },
        ];
  return [
    ...who,
    { text: `, so nobody can say whether the business can rely on ${them}. ` },
    {
      text: counted(unanswered, "question"),
      href: madeOfHref(query, { kind: "unknown" }),
      figures: [countFigure(subject(query), "unanswered", unanswered)],
    },
    { text: unanswered === 1 ? " waits for an answer." : " wait for an answer." },
  ];
}

function relyOn({ services: all, byStanding }: Totals, query: PortfolioQuery): LinkedWords[] {
  if (query.standing.length > 0) return byChosenStanding(byStanding, query);
  const ready = READY.reduce((sum, standing) => sum + byStanding[standing], 0);
  const what = `${isNarrowed(query) ? "filtered " : ""}${all === 1 ? "service" : "services"}`;
  const total = services(all, query);
  if (ready === 0) {
    const none = all === 1 ? `its one ${what}` : `any of ${total.text} ${what}`;
    return [
      { text: "The business cannot rely yet on " },
      { text: none, href: servicesHref(query, []), figures: [total] },
      { text: "." },
    ];
  }
  const some = services(ready, query, READY);
  const which =
    ready < all
      ? `${some.text} of ${total.text} ${what}`
      : all === 1
        ? `its one ${what}`
        : all === 2
          ? `both ${what}`
          : `all ${total.text} ${what}`;
  return [
    { text: "The business can rely on " },
    {
      text: which,
      href: servicesHref(query, READY),
      tone: "good",
      figures: ready < all ? [some, total] : [total],
    },
    { text: "." },
  ];
}

/** With a filter by standing the answer is in the question: only how many there are is new. */
function byChosenStanding(byStanding: Totals["byStanding"], query: PortfolioQuery): LinkedWords[] {
  const parts = STANDINGS.filter((standing) => query.standing.includes(standing)).map((standing) => ({
    text: `${counted(byStanding[standing], "service")} ${byStanding[standing] === 1 ? "is" : "are"} ${STANDING_TEXT[standing].toLowerCase()}`,
    href: servicesHref(query, [standing]),
    figures: [services(byStanding[standing], query, [standing])],
  }));
  return [...inARow(parts), { text: "." }];
}

/** Whether nothing waits for its launch that would be expected to cause anything. */
const isOnlyLive = ({ known, unknown }: Totals["atLaunch"]): boolean => known + unknown === 0;

/** Who is expected to cause it: without accepted risks or planned services among them, simply the others. */
function cause({ services: all, byStanding, atLaunch }: Totals, query: PortfolioQuery): LinkedWords[] {
  const others = OTHERS.reduce((sum, standing) => sum + byStanding[standing], 0);
  const onlyLive = isOnlyLive(atLaunch);
  if (others === 0) return [{ text: " Accepted risks" }, { text: " are" }];
  if (byStanding.ready_with_accepted_risks > 0 || query.standing.length > 0 || !onlyLive)
    return [{ text: onlyLive ? " Known gaps" : " Known gaps in live services" }, { text: " are" }];
  if (others === all) return [{ text: all === 1 ? " It is" : " They are" }];
  const href = servicesHref(query, OTHERS);
  return [
    { text: " The other " },
    {
      text: others === 1 ? "one" : others.toLocaleString("en"),
      href,
      figures: [services(others, query, OTHERS)],
    },
    { text: others === 1 ? " is" : " are" },
  ];
}

function expected(totals: Totals, costs: Shares, query: PortfolioQuery, unit: Unit): LinkedWords[] {
  const { now } = totals;
  if (now.known === 0) {
    const none = now.unknown === 0 ? "" : " known";
    return totals.gaps === 0
      ? []
      : [{ text: ` No${none} gap in a live service is expected to cause an incident.` }];
  }
  const isPriced = unit !== null && (now.knownLoss ?? 0) > 0;
  return [
    ...cause(totals, query),
    ...(isPriced ? worth(now.knownLoss ?? 0, query, unit) : incidents(now.known, query, unit)),
    ...mostly(costs, query, unit),
    { text: "." },
  ];
}

/** What it costs, where costs have a price: the incidents stand with the costs, further down. */
function worth(loss: number, query: PortfolioQuery, unit: Unit): LinkedWords[] {
  const figure = carried(query, "known", loss, unit);
  return [
    { text: " expected to cost about " },
    { text: figure.text, href: exposureHref(query), tone: "bad", figures: [figure] },
    { text: " a year" },
  ];
}

function incidents(known: number, query: PortfolioQuery, unit: Unit): LinkedWords[] {
  return [
    { text: " expected to cause " },
    {
      text: `${incidentsInWords(known)} a year`,
      href: madeOfHref(query, { kind: "known", when: "now" }),
      figures: [carried(query, "known", known, null)],
      ...(unit === null ? { tone: "bad" as const } : {}),
    },
  ];
}

/** An amount of what live services carry. */
const carried = (query: PortfolioQuery, part: "known" | "unknown", amount: number, unit: Unit) =>
  amountFigure(subject(query), `${WHEN.now}.${part}`, amount, unit);

/** The one or two costs that make most of it: of the money where there is any, else of the incidents. */
function mostly(costs: Shares, query: PortfolioQuery, unit: Unit): LinkedWords[] {
  const inMoney = unit !== null && costs.some(({ now }) => (now.knownLoss ?? 0) > 0);
  const of = ({ now }: Shares[number]) => (inMoney ? (now.knownLoss ?? 0) : now.known);
  const sorted = costs.filter((share) => of(share) > 0).sort((a, b) => of(b) - of(a));
  const known = sorted.reduce((total, share) => total + of(share), 0);
  let sum = 0;
  const few = sorted.filter((share) => {
    const wanted = sum <= known / 2;
    sum += of(share);
    return wanted;
  });
  const most = few.length <= 2;
  const named = (most ? few : sorted.slice(0, 2)).map(({ cost }) => ({
    text: COST_TEXT[cost].name.toLowerCase(),
    href: madeOfHref(query, { kind: "known", cost, when: "now" }),
  }));
  const whole = sorted.length === named.length;
  return [{ text: whole ? ", in " : most ? ", most of it in " : ", above all in " }, ...inARow(named)];
}

/** What is not known, in money where that has a price; why it is not known only where nothing else is said. */
function cannotBeRuledOut(
  { now, atLaunch, unanswered, stale }: Totals,
  query: PortfolioQuery,
  unit: Unit,
): LinkedWords[] {
  if (now.unknown === 0) return [];
  const isPriced = unit !== null && (now.unknownLoss ?? 0) > 0;
  const figure = isPriced
    ? carried(query, "unknown", now.unknownLoss ?? 0, unit)
    : carried(query, "unknown", now.unknown, null);
  const href = madeOfHref(query, { kind: "unknown", when: "now" });
  const isAfterMoney = !isPriced && unit !== null && (now.knownLoss ?? 0) > 0;
  const what = isAfterMoney ? incidentsInWords(now.unknown) : figure.text;
  if (now.known > 0)
    return [
      { text: " Another " },
      { text: what, href, figures: [figure] },
      { text: " cannot be ruled out." },
    ];
  const open = unanswered + stale;
  const which = [unanswered > 0 && "unanswered", stale > 0 && "stale"].filter(Boolean).join(" or ");
  return [
    { text: " But " },
    { text: `${what} a year`, href, figures: [figure] },
    { text: " cannot be ruled out while " },
    ...(open === 0
      ? [{ text: "answers are unclear" }]
      : [
          {
            text: counted(open, "question"),
            href: madeOfHref(query, { kind: "unknown" }),
            figures: [countFigure(subject(query), "open", open)],
          },
          {
            text: `${isOnlyLive(atLaunch) ? "" : " of services live or not"} ${open === 1 ? "is" : "are"} ${which}`,
          },
        ]),
    { text: "." },
  ];
}
