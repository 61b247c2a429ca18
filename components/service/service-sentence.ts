import { amountFigure, countFigure, type Figure, serviceSubject, WHEN } from "@/components/figure/figure";
import type { LinkedWords } from "@/components/figure/linked-words";
import type { Scorecard } from "@/lib/contracts/scorecard";
import type { Unit } from "@/lib/domain/amount-text";
import { STANDING_TEXT, type Standing } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";

/** What the sentence of a service is made of. */
export interface Stands {
  slug: string;
  /** A day or an instant before now, when that is asked about. */
  asOf: string | null;
  name: string;
  standing: Standing;
  counts: Scorecard["counts"];
  /** Gaps whose planned day is over without the work being done. */
  overdue?: number;
  retired: boolean;
  /** What its gaps are expected to cost a year, known and unknown; null while nothing has a price. */
  costs?: { known: number; unknown: number; unit: Unit; when: "now" | "atLaunch" } | null;
  /** When it was deleted and until when it can come back, in words (null: no more); null while it is there. */
  deleted: { on: string; until: string | null } | null;
}

/** Where a service stands and why, in one sentence whose numbers lead to what they count. */
export function serviceSentence(of: Stands): LinkedWords[] {
  const name: LinkedWords = { text: of.name, isolate: true };
  if (of.deleted) {
    const { on, until } = of.deleted;
    const back = until === null ? "can no longer be restored" : `can be restored until ${until}`;
    return [name, { text: ` was deleted on ${on}; it ${back}.` }];
  }
  if (of.retired) {
    const was = of.standing === "unassessed" ? [] : why(of);
    return [
      name,
      { text: ` is retired; by its answers, it was ${STANDING_TEXT[of.standing].toLowerCase()}` },
      ...(was.length === 0 ? [] : [{ text: ": " }, ...was]),
      { text: "." },
    ];
  }
  return [
    name,
    { text: ` is ${STANDING[of.standing]}` },
    ...costing(of),
    { text: ": " },
    ...why(of),
    { text: "." },
  ];
}

/** What it is expected to cost a year, what is known first (R1); of one that is not live yet, from its launch on (R6). */
function costing({ slug, asOf, costs = null }: Stands): LinkedWords[] {
  if (costs === null || costs.known + costs.unknown === 0) return [];
  const part = costs.known > 0 ? "known" : "unknown";
  const figure = amountFigure(
    serviceSubject(slug, asOf),
    `${WHEN[costs.when]}.${part}`,
    costs[part],
    costs.unit,
  );
  const href = `/exposure?${new URLSearchParams({ ...(asOf === null ? {} : { asOf }), service: slug })}`;
  const later = costs.when === "now" ? "" : " from its launch on";
  return [
    { text: part === "known" ? " and expected to cost " : " and could cost up to " },
    { text: `${figure.text} a year`, href, tone: "bad", figures: [figure] },
    { text: later },
  ];
}

const STANDING: Record<Standing, string> = {
  production_ready: "production-ready",
  ready_with_accepted_risks: "ready, with accepted risks",
  working: "working",
  unassessed: "unassessed",
};

function why({ slug, asOf, standing, counts, overdue = 0 }: Stands): LinkedWords[] {
  const then = asOf === null ? "" : `&asOf=${encodeURIComponent(asOf)}`;
  const figure = (measure: string, count: number) => countFigure(serviceSubject(slug, asOf), measure, count);
  const to = (show: string) => `/services/${slug}?gaps=${show}${then}#gaps`;
  const assess = asOf === null ? `/services/${slug}/assess` : "#answers";
  switch (standing) {
    case "unassessed": {
      if (counts.answered > 0) return [{ text: "its answers say that none of the questions is for it" }];
      if (counts.counting === 0) return [{ text: "no question of its checklist applies to it" }];
      if (counts.counting === 1)
        return [{ text: "its " }, { text: "one question", href: assess }, { text: " has no answer yet" }];
      return [
        { text: "none of its " },
        {
          text: counted(counts.counting, "question"),
          href: assess,
          figures: [figure("counting", counts.counting)],
        },
        { text: " has an answer yet" },
      ];
    }
    case "production_ready": {
      const text =
        counts.counting === 1
          ? "the one question that counts"
          : `all ${counts.counting} questions that count`;
      return [
        { text, href: assess, tone: "good", figures: [figure("counting", counts.counting)] },
        { text: counts.counting === 1 ? " holds" : " hold" },
      ];
    }
    case "ready_with_accepted_risks": {
      const text = counts.gaps === 1 ? "its one gap" : `all ${counts.gaps} gaps`;
      return [
        { text, href: to("all"), figures: [figure("gaps", counts.gaps)] },
        { text: counts.gaps === 1 ? " is accepted" : " are accepted" },
      ];
    }
    case "working":
      return [
        ...openWork(counts, to, figure),
        ...stale(counts.stale, to("stale"), figure),
        ...late(overdue, counts.stale > 0, to("overdue")),
      ];
  }
}

type Measured = (measure: string, count: number) => Figure;

function openWork(
  { gaps, blockers, accepted }: Stands["counts"],
  to: (show: string) => string,
  figure: Measured,
): LinkedWords[] {
  const others = gaps - blockers - accepted;
  const parts: LinkedWords[][] = [];
  const part = (measure: string, count: number, one: string, show: string): LinkedWords => ({
    text: counted(count, one),
    href: to(show),
    figures: [figure(measure, count)],
  });
  if (blockers > 0) parts.push([{ ...part("gaps.blockers", blockers, "blocker", "blockers"), tone: "bad" }]);
  else parts.push([{ text: "no blockers" }]);
  if (others > 0) parts.push([part("gaps.openRest", others, blockers > 0 ? "other gap" : "gap", "all")]);
  if (accepted > 0) parts.push([part("gaps.accepted", accepted, "accepted risk", "accepted")]);
  const join = blockers === 0 ? ", but " : ", ";
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ text: index === 1 ? join : ", " }, ...part],
  );
}

function stale(count: number, href: string, figure: Measured): LinkedWords[] {
  if (count === 0) return [];
  return [
    { text: "; " },
    { text: counted(count, "answer"), href, figures: [figure("stale", count)] },
    { text: count === 1 ? " is stale" : " are stale" },
  ];
}

function late(count: number, goesOn: boolean, href: string): LinkedWords[] {
  if (count === 0) return [];
  return [
    { text: goesOn ? ", " : "; " },
    { text: counted(count, "fix", "fixes"), href, tone: "bad" },
    { text: count === 1 ? " is overdue" : " are overdue" },
  ];
}
