import "server-only";
import type { GapFilters } from "../../contracts/gaps";
import { Prisma } from "../../db/generated/client";
import type { Question } from "../../domain/checklist";
import { isKnown, openness } from "../../domain/exposure";
import type { AssessedQuestion } from "../../domain/readiness";
import { sumOf } from "../../domain/sum";
import { type AssessedService, assessedPages } from "./assessed";
import type { ExportAsked } from "./export";
import type { ReadGap } from "./gap-pages";
import { openedThen } from "./opened-then";

type Assessed = AssessedQuestion<Question>;

const KIND: Record<NonNullable<GapFilters["kind"]>[number], (gap: Assessed) => boolean> = {
  blocker: ({ blocker }) => blocker,
  known: ({ verdict }) => isKnown(verdict),
  unknown: ({ verdict }) => !isKnown(verdict),
  stale: ({ stale }) => stale,
  accepted: ({ waived }) => waived,
};

/**
 * The gaps of an earlier moment that the filters of their list leave (H3), computed from entries, without plans, which are
 * kept for the present only: beside a page of services two statements for when their gaps opened.
 */
export async function* pastGapPages(asked: ExportAsked): AsyncGenerator<ReadGap[]> {
  const { choice, moment } = asked;
  const retired = choice.lifecycle?.length ? Prisma.empty : Prisma.sql`AND s."lifecycle" <> 'retired'`;
  for await (const page of assessedPages(asked, retired)) {
    const opened = await openedThen(
      page.map(({ row }) => row.id),
      moment.at,
    );
    yield page.flatMap((service) =>
      service
        .questions()
        .filter((each) => each.gap && isChosen(each, choice))
        .sort((a, b) => (a.question.key < b.question.key ? -1 : 1))
        .map((each) => readGap(service, each, choice.cost, opened(service.row.id, each.question.key))),
    );
  }
}

function isChosen(gap: Assessed, { area, cost, question, kind }: ExportAsked["choice"]): boolean {
  if (area?.length && !area.includes(gap.question.area)) return false;
  if (cost?.length && !gap.question.costs.some((each) => cost.includes(each.cost))) return false;
  if (question !== undefined && gap.question.key !== question) return false;
  return !kind?.length || kind.some((each) => KIND[each](gap));
}

function readGap(
  { row, asked }: AssessedService,
  { question, given, verdict, stale, waived }: Assessed,
  costs: GapFilters["cost"],
  openedAt: Date,
): ReadGap {
  const { slug: service, name: serviceName, team, teamName, tier, lifecycle } = row;
  const rates = question.costs.filter(({ cost }) => !costs?.length || costs.includes(cost));
  const incidents = sumOf(rates.map((each) => each.incidentsPerYear));
  return {
    ...{ service, serviceName, team, teamName, tier, lifecycle, question, questions: asked },
    ...{ verdict: given, effectiveVerdict: verdict, stale, accepted: waived, openedAt },
    ...{ incidentsPerYear: incidents * openness(verdict), overdue: false, plan: null },
  };
}
