import { isNarrowed, type ListQuery, servicesPage } from "@/components/addresses/pages";
import { choiceSubject, countFigure, type Figure } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import { READY, type Summary } from "@/lib/domain/standing";
import { counted } from "@/lib/domain/words";

/** What the opening sentence of the list counts: services that are neither retired nor deleted (S8). */
export interface ListCounts extends Summary {
  gaps: number;
  blockers: number;
  /** Gaps and blockers of those that are working. */
  working: { gaps: number; blockers: number };
}

/** Which services the business can rely on, in words whose numbers lead to the services. */
export function listSentence(counts: ListCounts, query: ListQuery): LinkedWords[] {
  const all = counts.services;
  const { production_ready, ready_with_accepted_risks, unassessed } = counts.byStanding;
  const ready = production_ready + ready_with_accepted_risks;
  const narrowed = isNarrowed({ ...query, standing: [] });
  const to = (standing: ListQuery["standing"], sort = query.sort) =>
    servicesPage.href(query, { standing, sort });
  const toReady = to(["production_ready", "ready_with_accepted_risks"]);
  const subject = (standing: ListQuery["standing"]) => choiceSubject({ ...query, standing }, null);
  const figure = (count: number, standing: ListQuery["standing"] = []) =>
    countFigure(subject(standing), "services", count);
  if (all === 0) return [{ text: narrowed ? "No service in use matches." : "No service is in use." }];
  if (unassessed === all) {
    const none =
      all === 1 ? `The one service${narrowed ? " here" : ""}` : `None of ${narrowed ? "these" : "the"} `;
    return all === 1
      ? [{ text: `${none} ` }, { text: "has not been assessed", href: to(["unassessed"]) }, { text: " yet." }]
      : [
          { text: none },
          { text: counted(all, "service"), href: to(["unassessed"]), figures: [figure(all)] },
          { text: " has been assessed yet." },
        ];
  }
  return [
    ...relyOn(figure(ready, READY), figure(all), [ready, all], narrowed, toReady),
    ...stillWorking(counts, subject(["working"]), to(["working"]), to(["working"], "-gaps")),
    ...(unassessed === 0
      ? []
      : [
          { text: " " },
          {
            text: unassessed.toLocaleString("en"),
            href: to(["unassessed"]),
            figures: [figure(unassessed, ["unassessed"])],
          },
          { text: `${unassessed === 1 ? " is" : " are"} unassessed.` },
        ]),
  ];
}

function relyOn(
  some: Figure,
  total: Figure,
  [ready, all]: readonly [number, number],
  narrowed: boolean,
  href: string,
): LinkedWords[] {
  const these = narrowed ? "these " : "";
  if (all === 1) {
    const one = narrowed ? "this one service" : "its one service";
    const can = ready === 1 ? "can rely on" : "cannot rely yet on";
    return [
      { text: `The business ${can} ` },
      ready === 1 ? { text: one, href, tone: "good" } : { text: one },
      { text: "." },
    ];
  }
  if (ready === 0) {
    return [
      {
        text: `The business cannot rely yet on any of ${these}${counted(all, "service")}.`,
        figures: [total],
      },
    ];
  }
  const text =
    ready === all
      ? `all of ${these}${counted(all, "service")}`
      : `${ready.toLocaleString("en")} of ${these}${counted(all, "service")}`;
  const figures = ready === all ? [total] : [some, total];
  return [{ text: "The business can rely on " }, { text, href, tone: "good", figures }, { text: "." }];
}

function stillWorking(counts: ListCounts, subject: string, href: string, gapsHref: string): LinkedWords[] {
  const { working } = counts.byStanding;
  if (working === 0) return [];
  const { blockers, gaps } = counts.working;
  const others = gaps - blockers;
  const who: LinkedWords =
    counts.services === 1
      ? { text: "It" }
      : {
          text: `${working === counts.services ? "All" : working.toLocaleString("en")}`,
          href,
          figures: [countFigure(subject, "services", working)],
        };
  const open: LinkedWords[] = [
    ...(blockers === 0
      ? []
      : [
          {
            text: counted(blockers, "blocker"),
            href: gapsHref,
            tone: "bad" as const,
            figures: [countFigure(subject, "gaps.blockers", blockers)],
          },
        ]),
    ...(blockers === 0 || others === 0 ? [] : [{ text: " and " }]),
    ...(others === 0
      ? []
      : [
          {
            text: blockers === 0 ? counted(others, "gap") : counted(others, "other gap"),
            href: gapsHref,
            figures: [countFigure(subject, blockers === 0 ? "gaps" : "gaps.others", others)],
          },
        ]),
  ];
  const stands = gaps === 1 ? "stands" : "stand";
  const them = working === 1 ? "it" : "them";
  // the others that are in use have gaps, too: what is counted has to be said
  const these =
    working === counts.services ? "" : working === 1 ? " in it" : ` in these ${working.toLocaleString("en")}`;
  return [
    { text: " " },
    who,
    { text: working === 1 ? " is working: " : " are working: " },
    ...open,
    { text: `${these} ${stands} between ${them} and production-ready.` },
  ];
}
