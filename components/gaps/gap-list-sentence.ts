import { type GapListQuery, gapsPage, servicesOfGaps } from "@/components/addresses/pages";
import { amountFigure, choiceSubject, countFigure, WHEN } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { GapPage } from "@/lib/contracts/gaps";
import { incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { amongGaps } from "@/lib/domain/filters";
import { counted } from "@/lib/domain/words";

/** The lifecycles whose gaps cost from a launch on (R6). */
export const NOT_LIVE: GapListQuery["lifecycle"] = ["planned", "building", "launching"];

/** Whose figures those of a list are: of the services it is narrowed to, unless it is narrowed to some of their gaps. */
export function subjectOf(query: GapListQuery): string {
  const plain = gapsPage.read({});
  const services = servicesOfGaps(query);
  const whole = { ...plain, ...amongGaps(services), service: query.service };
  if (isSame(whole, query) && query.service.length < 2) {
    return choiceSubject(services, null, query.service[0] ?? "");
  }
  return gapsPage.href({ ...query, sort: plain.sort, group: "" }).slice(1);
}

const isSame = (a: GapListQuery, b: GapListQuery) =>
  gapsPage.href({ ...a, sort: b.sort, group: b.group }) === gapsPage.href(b);

/** Which services are counted: live ones, others, or both. */
function ground(count: number, { lifecycle }: GapListQuery): string {
  const live = lifecycle.includes("live");
  if (live && lifecycle.length === 1) return counted(count, "live service");
  if (lifecycle.length > 0 && !live) return `${counted(count, "service")} not live`;
  return `${counted(count, "service")} live or not`;
}

/** What is open and what it is expected to cause, known and unknown apart (R1), in words whose numbers lead there. */
export function gapListSentence(
  total: GapPage["total"],
  query: GapListQuery,
  narrowed: boolean,
  services: number,
): LinkedWords[] {
  if (total.gaps === 0) {
    if (narrowed) return [{ text: "No gap matches." }];
    return [
      {
        text:
          services === 0
            ? "No service is in use, so nobody can say what is open."
            : `Nothing is open in ${services === 1 ? "the one service" : `any of ${counted(services, "service")}`}.`,
      },
    ];
  }
  const to: To = (change) => gapsPage.href(query, change);
  const figure = (measure: string, count: number) => countFigure(subjectOf(query), measure, count);
  const blockers: LinkedWords[] =
    total.blockers === 0
      ? []
      : [
          { text: ", " },
          {
            text: counted(total.blockers, "blocker"),
            href: to({ kind: ["blocker"] }),
            tone: "bad",
            figures: [figure("gaps.blockers", total.blockers)],
          },
          { text: " among them" },
        ];
  return [
    {
      text: `${counted(total.gaps, "gap")} ${total.gaps === 1 ? "is" : "are"} open in `,
      figures: [figure("gaps", total.gaps)],
    },
    {
      text: ground(total.services, query),
      href: to({ sort: "service" }),
      figures: [figure("services.open", total.services)],
    },
    ...blockers,
    { text: ". " },
    ...expected(total, query),
  ];
}

type To = (change: Partial<GapListQuery>) => string;

/** What is expected to be lost in a year, and in how many incidents; incidents alone where nothing has a price. */
function amount(
  query: GapListQuery,
  when: keyof typeof WHEN,
  part: "known" | "unknown",
  { incidents, loss, currency }: { incidents: number; loss: number | null; currency: string | null },
): Pick<LinkedWords, "text" | "figures"> {
  const figure = (value: number, unit: Unit) =>
    amountFigure(subjectOf(query), `${WHEN[when]}.${part}`, value, unit);
  const money = loss === null || currency === null ? null : figure(loss, { currency });
  return {
    text:
      money === null
        ? `${incidentsInWords(incidents)} a year`
        : `${money.text} a year (${incidentsInWords(incidents)})`,
    figures: [...(money === null ? [] : [money]), figure(incidents, null)],
  };
}

/** What is carried now; of gaps that no live service has, what they will cause from a launch on (R6). */
function expected(total: GapPage["total"], query: GapListQuery): LinkedWords[] {
  const when = total.known + total.unknown > 0 ? "now" : "atLaunch";
  const { known, unknown, knownLoss, unknownLoss } = when === "now" ? total : total.atLaunch;
  const { currency } = total;
  const to: To = (change) => gapsPage.href(query, change);
  if (known + unknown === 0) return [{ text: "They are expected to cause nothing." }];
  const of: Partial<GapListQuery> = { lifecycle: when === "now" ? ["live"] : NOT_LIVE };
  const where = when === "now" ? "in live services" : "once launched";
  const knownPart = {
    ...amount(query, when, "known", { incidents: known, loss: knownLoss, currency }),
    href: to({ ...of, kind: ["known"] }),
    tone: "bad" as const,
  };
  const unknownPart = {
    ...amount(query, when, "unknown", { incidents: unknown, loss: unknownLoss, currency }),
    href: to({ ...of, kind: ["unknown"] }),
  };
  if (unknown === 0) return [{ text: `Expected ${where}: ` }, knownPart, { text: "." }];
  if (known === 0) {
    return [
      { text: `Nothing is known to go wrong ${where}; ` },
      unknownPart,
      { text: " cannot be ruled out." },
    ];
  }
  return [
    { text: `Expected ${where}: ` },
    knownPart,
    { text: ", and another " },
    unknownPart,
    { text: " that nobody can rule out." },
  ];
}

/** Beside the sentence: what services that are not live yet bring, never added to what is carried now (R6). */
export function gapsAtLaunchWords(total: GapPage["total"], query: GapListQuery): LinkedWords[] {
  const { known, unknown, knownLoss, unknownLoss } = total.atLaunch;
  const { currency } = total;
  if (known + unknown === 0 || total.known + total.unknown === 0) return [];
  const to = (kind: "known" | "unknown") => gapsPage.href(query, { lifecycle: NOT_LIVE, kind: [kind] });
  const more = {
    ...amount(query, "atLaunch", "unknown", { incidents: unknown, loss: unknownLoss, currency }),
    href: to("unknown"),
  };
  if (known === 0) {
    return [{ text: "Of services not live yet, " }, more, { text: " cannot be ruled out." }];
  }
  return [
    { text: "Services not live yet would add " },
    {
      ...amount(query, "atLaunch", "known", { incidents: known, loss: knownLoss, currency }),
      href: to("known"),
    },
    ...(unknown === 0 ? [] : [{ text: ", and another " }, more, { text: " that nobody can rule out" }]),
    { text: "; that is not counted here." },
  ];
}
