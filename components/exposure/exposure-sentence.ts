import type { LinkedWords } from "@/components/service/counted";
import type { ExposureView, SpreadExposure } from "@/lib/contracts/exposure";
import { amountText, incidentsInWords } from "@/lib/domain/amount-text";
import { amountOf, unitOf } from "./amount";
import { type ExposureQuery, exposureHref, gapsOf, isExposureNarrowed } from "./exposure-query";

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
  if (query.asOf !== "") return exposureHref(query, {}, "#what-if");
  return gapsOf(query, { kind, when });
}

/** What the gaps are expected to cost in a year: known first, unknown apart (R1), and a bad year (R7). */
export function exposureSentence(view: ExposureView, query: ExposureQuery): LinkedWords[] {
  const when = shownWhen(view, query);
  const exposure = view[when];
  if (!isThere(exposure)) return nothing(view, when, query);
  const begin = when === "atLaunch" ? "Once launched, known gaps" : "Known gaps";
  const unit = unitOf(view);
  const { known, unknown } = amountOf(exposure, unit);
  const verb = unit === null ? "cause" : "cost";
  const said = (value: number) =>
    unit === null ? incidentsInWords(value) : `about ${amountText(value, unit)}`;
  const knownPart: LinkedWords[] =
    known > 0
      ? [
          { text: `${begin} are expected to ${verb} ` },
          { text: `${said(known)} a year`, href: gapsHref(query, when, "known"), tone: "bad" },
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
    return [{ text: "; what nobody can say, " }, { text: most, href }, { text: "." }];
  }
}

function badYear(view: ExposureView, when: When, query: ExposureQuery): LinkedWords[] {
  const { spread } = view[when];
  if (spread === null || spread.p90 <= 0) return [];
  const { known, unknown } = amountOf(view[when], unitOf(view));
  // the curve is of known and unknown gaps: after a sentence that told them apart, "they" would be the known ones
  const what = known > 0 && unknown > 0 ? "both together" : known > 0 ? "they" : "it";
  return [
    { text: ` In one year of ten ${what} cost${what === "it" ? "s" : ""} more than ` },
    { text: amountText(spread.p90, { currency: view.currency }), href: exposureHref(query, {}, "#curve") },
    { text: "." },
  ];
}

function nothing(view: ExposureView, when: When, query: ExposureQuery): LinkedWords[] {
  const services = view.byTier.length;
  if (services === 0 && isExposureNarrowed(query)) return [{ text: "No service matches these filters." }];
  if (services === 0 && query.asOf !== "") return [{ text: "There was no service yet." }];
  if (services === 0) return [{ text: "There is no service yet, so nothing is expected to cost anything." }];
  if (when === "atLaunch")
    return [{ text: "Nothing that waits for its launch is expected to cost anything." }];
  return [{ text: "No gap in a live service is expected to cost anything." }];
}

/** Beside the headline: the other of now and at launch, which is never added to it (R6). */
export function otherWords(view: ExposureView, query: ExposureQuery): LinkedWords[] {
  const when = shownWhen(view, query);
  const other: When = when === "now" ? "atLaunch" : "now";
  if (!isThere(view[other])) return [];
  const unit = unitOf(view);
  const { known, unknown } = amountOf(view[other], unit);
  const said = (value: number) =>
    unit === null ? incidentsInWords(value) : `about ${amountText(value, unit)}`;
  return [
    {
      text:
        other === "now"
          ? "Live services carry "
          : "Services that are not live yet bring, from their launch on, ",
    },
    {
      text: `${said(known)} a year known`,
      href: exposureHref(query, { when: other === "now" ? "now" : "launch" }),
    },
    ...(unknown > 0
      ? [{ text: " and " }, { text: `${said(unknown)} unknown`, href: gapsHref(query, other, "unknown") }]
      : []),
    { text: "; it is counted apart." },
  ];
}
