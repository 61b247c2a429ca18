import { type ExposureQuery, exposurePage } from "@/components/addresses/pages";
import { amountOf, unitOf } from "@/components/figure/amount";
import { amountFigure, countFigure, WHEN } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { ExposureView, SpreadExposure } from "@/lib/contracts/exposure";
import { amountText, incidentsInWords, type Unit } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { exposureSubject, gapsOf, isExposureNarrowed } from "./exposure-query";

export type When = "now" | "atLaunch";

/** Whether gaps are expected to cause anything, now or at launch. */
const isThere = ({ incidents }: SpreadExposure): boolean => incidents > 0;

/** What is shown first: what is carried now, or what will be at launch where nothing is live yet (R6). */
export function shownWhen(view: Pick<ExposureView, "now" | "atLaunch">, query: ExposureQuery): When {
  if (query.when !== "") return query.when === "now" ? "now" : "atLaunch";
  return !isThere(view.now) && isThere(view.atLaunch) ? "atLaunch" : "now";
}

/** The gaps that a part of a figure is made of; of the past, the parts of this page. */
function gapsHref(query: ExposureQuery, when: When, kind: "known" | "unknown"): string {
  if (query.asOf !== "") return exposurePage.href(query, {}, "#what-if");
  return gapsOf(query, { kind, when });
}

const saidOf = (value: number, unit: Unit): string =>
  unit === null ? incidentsInWords(value) : `about ${amountText(value, unit)}`;

/** What the gaps are expected to cost in a year: known first, unknown apart (R1), and a bad year (R7). */
export function exposureSentence(view: ExposureView, query: ExposureQuery): LinkedWords[] {
  const when = shownWhen(view, query);
  const exposure = view[when];
  if (!isThere(exposure)) return nothing(view, when, query);
  const begin = when === "atLaunch" ? "Once launched, known gaps" : "Known gaps";
  const unit = unitOf(view);
  const { known, unknown } = amountOf(exposure, unit);
  const verb = unit === null ? "cause" : "cost";
  const said = (value: number) => saidOf(value, unit);
  const figure = (part: string, amount: number) =>
    amountFigure(exposureSubject(query), `${WHEN[when]}.${part}`, amount, unit);
  const knownPart: LinkedWords[] =
    known > 0
      ? [
          { text: `${begin} are expected to ${verb} ` },
          {
            text: `${said(known)} a year`,
            href: gapsHref(query, when, "known"),
            tone: "bad",
            figures: [figure("known", known)],
          },
        ]
      : [{ text: `No known gap is expected to ${verb} anything` }];
  return [...knownPart, ...unknownPart(), ...badYear(view, when, query)];

  function unknownPart(): LinkedWords[] {
    if (unknown <= 0) return [{ text: "." }];
    const href = gapsHref(query, when, "unknown");
    const most =
      known > 0
        ? `${unit === null ? amountText(unknown, unit) : said(unknown)} more`
        : `${said(unknown)} a year`;
    return [
      { text: "; what nobody can say, " },
      { text: most, href, figures: [figure("unknown", unknown)] },
      { text: "." },
    ];
  }
}

function badYear(view: ExposureView, when: When, query: ExposureQuery): LinkedWords[] {
  const { spread } = view[when];
  if (spread === null || spread.p90 <= 0) return [];
  const { known, unknown } = amountOf(view[when], unitOf(view));
  const { currency } = view;
  const p90 = amountFigure(exposureSubject(query), `${WHEN[when]}.p90`, spread.p90, { currency });
  // the curve is of known and unknown gaps: after a sentence that told them apart, "they" would be the known ones
  const what = known > 0 && unknown > 0 ? "both together" : known > 0 ? "they" : "it";
  return [
    { text: ` In one year of ten ${what} cost${what === "it" ? "s" : ""} more than ` },
    { text: p90.text, href: exposurePage.href(query, {}, "#curve"), figures: [p90] },
    { text: "." },
  ];
}

function nothing(view: ExposureView, when: When, query: ExposureQuery): LinkedWords[] {
  const services = view.byTier.length;
  if (services === 0 && isExposureNarrowed(query)) return [{ text: "No service matches these filters." }];
  if (services === 0 && query.asOf !== "") return [{ text: "There was no service yet." }];
  if (services === 0) return [{ text: "No service is in use, so nobody can say what its gaps would cost." }];
  if (!isThere(view.now) && !isThere(view.atLaunch)) return noGapCosts(view, query);
  if (when === "atLaunch")
    return [{ text: "No gap in a service before its launch is expected to cost anything." }];
  return [{ text: "No gap in a live service is expected to cost anything." }];
}

/** Neither now nor at a launch. */
function noGapCosts({ byTier }: ExposureView, query: ExposureQuery): LinkedWords[] {
  const services = byTier.reduce((sum, tier) => sum + tier.services, 0);
  return [
    { text: "No gap of " },
    {
      text: counted(services, "service"),
      figures: [countFigure(exposureSubject(query), "services", services)],
    },
    { text: " is expected to cost anything." },
  ];
}

/** Beside the headline: the other of now and at launch, which is never added to it (R6). */
export function otherWords(view: ExposureView, query: ExposureQuery): LinkedWords[] {
  const when = shownWhen(view, query);
  const other: When = when === "now" ? "atLaunch" : "now";
  if (!isThere(view[other])) return [];
  const unit = unitOf(view);
  const { known, unknown } = amountOf(view[other], unit);
  const figure = (part: string, amount: number) =>
    amountFigure(exposureSubject(query), `${WHEN[other]}.${part}`, amount, unit);
  return [
    {
      text:
        other === "now"
          ? "Live services carry "
          : "Services that are not live yet would add, from their launch on, ",
    },
    {
      text: `${saidOf(known, unit)} a year known`,
      figures: [figure("known", known)],
      href: exposurePage.href(query, { when: other === "now" ? "now" : "launch" }),
    },
    ...(unknown > 0
      ? [
          { text: " and " },
          {
            text: `${saidOf(unknown, unit)} unknown`,
            href: gapsHref(query, other, "unknown"),
            figures: [figure("unknown", unknown)],
          },
        ]
      : []),
    { text: "; that is not counted here." },
  ];
}
