import { counted, type LinkedWords } from "@/components/service/counted";
import type { Summary } from "@/lib/domain/standing";
import { isNarrowed } from "./choice-query";
import { type ListQuery, listHref } from "./list-query";

/** What the opening sentence of the list counts: services that are neither retired nor deleted (S8). */
export interface ListCounts extends Summary {
  /** Gaps and blockers of those that are working. */
  working: { gaps: number; blockers: number };
}

/** Which services the business can rely on, in words whose numbers lead to the services. */
export function listSentence(counts: ListCounts, query: ListQuery): LinkedWords[] {
  const all = counts.services;
  const { production_ready, ready_with_accepted_risks, unassessed } = counts.byStanding;
  const ready = production_ready + ready_with_accepted_risks;
  const narrowed = isNarrowed({ ...query, standing: [] });
  const to = (standing: ListQuery["standing"], sort = query.sort) => listHref(query, { standing, sort });
  const toReady = to(["production_ready", "ready_with_accepted_risks"]);
  if (all === 0) return [{ text: narrowed ? "No service in use matches." : "No service is in use." }];
  if (unassessed === all) {
    const none =
      all === 1 ? `The one service${narrowed ? " here" : ""}` : `None of ${narrowed ? "these" : "the"} `;
    return all === 1
      ? [{ text: `${none} ` }, { text: "has not been assessed", href: to(["unassessed"]) }, { text: " yet." }]
      : [
          { text: none },
          { text: counted(all, "service"), href: to(["unassessed"]) },
          { text: " has been assessed yet." },
        ];
  }
  return [
    ...relyOn(ready, all, narrowed, toReady),
    ...stillWorking(counts, to(["working"]), to(["working"], "-gaps")),
    ...(unassessed === 0
      ? []
      : [
          { text: " " },
          {
            text: unassessed.toLocaleString("en"),
            href: to(["unassessed"]),
          },
          { text: `${unassessed === 1 ? " is" : " are"} unassessed.` },
        ]),
  ];
}

function relyOn(ready: number, all: number, narrowed: boolean, href: string): LinkedWords[] {
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
    return [{ text: `The business cannot rely yet on any of ${these}${counted(all, "service")}.` }];
  }
  const text =
    ready === all
      ? `all of ${these}${counted(all, "service")}`
      : `${ready.toLocaleString("en")} of ${these}${counted(all, "service")}`;
  return [{ text: "The business can rely on " }, { text, href, tone: "good" }, { text: "." }];
}

function stillWorking(counts: ListCounts, href: string, gapsHref: string): LinkedWords[] {
  const { working } = counts.byStanding;
  if (working === 0) return [];
  const { blockers, gaps } = counts.working;
  const others = gaps - blockers;
  const who: LinkedWords =
    counts.services === 1
      ? { text: "It" }
      : { text: `${working === counts.services ? "All" : working.toLocaleString("en")}`, href };
  const open: LinkedWords[] = [
    ...(blockers === 0 ? [] : [{ text: counted(blockers, "blocker"), href: gapsHref, tone: "bad" as const }]),
    ...(blockers === 0 || others === 0 ? [] : [{ text: " and " }]),
    ...(others === 0
      ? []
      : [{ text: blockers === 0 ? counted(others, "gap") : counted(others, "other gap"), href: gapsHref }]),
  ];
  const stands = gaps === 1 ? "stands" : "stand";
  const them = working === 1 ? "it" : "them";
  return [
    { text: " " },
    who,
    { text: working === 1 ? " is working: " : " are working: " },
    ...open,
    { text: ` ${stands} between ${them} and production-ready.` },
  ];
}
