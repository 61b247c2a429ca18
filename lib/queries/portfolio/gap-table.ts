import "server-only";
import type { WorthGap } from "../../contracts/exposure";
import { askedAt } from "../../db/asked-questions";
import { checklistVersion } from "../../db/published-questions";
import type { Question } from "../../domain/checklist";
import { isKnown } from "../../domain/exposure";
import type { AlikeGaps, PlacedGap } from "../../domain/gap-table";
import { gapWorth } from "../../domain/gap-worth";
import { worthADay } from "../../domain/worth";
import type { Money } from "./money";
import type { ChosenService, OpenRow } from "./open-gaps";

/** What a ranking says of a service. */
export type NamedService = Pick<ChosenService, "slug" | "name" | "team" | "tier">;

/** The chosen services by place, and their gaps with what each is worth (R8). */
export interface GapTable<Service extends NamedService = ChosenService> {
  services: readonly Service[];
  gaps: readonly AlikeGaps[];
}

/**
 * Gaps that weigh alike with what they lead to by the rates and prices in force at an instant (R2–R5). No statement,
 * except one for each checklist version that this process has not read yet.
 */
export async function gapTable(
  services: readonly ChosenService[],
  rows: readonly OpenRow[],
  { models, pricing }: Money,
  at: Date,
): Promise<GapTable> {
  const asked = new Map<string, ReadonlyMap<string, Question>>();
  for (const version of new Set(services.map((service) => service.version))) {
    const questions = askedAt(await checklistVersion(version), models, at);
    asked.set(version, new Map(questions.map((question) => [question.key, question])));
  }
  const gaps = rows.flatMap(([key, given, stale, accepted, ownEffort, places]): AlikeGaps[] => {
    const service = services[(places[0] ?? 0) - 1];
    const question = service && asked.get(service.version)?.get(key);
    if (!question) return [];
    const verdict = given ?? "unanswered";
    return [
      {
        question: key,
        text: question.text,
        area: question.area,
        weight: question.weight,
        ...{ verdict, stale, accepted, places },
        known: isKnown(verdict),
        effortDays: ownEffort ?? question.effortDays,
        tier: service.tier,
        live: service.lifecycle === "live",
        ...gapWorth(question.costs, verdict, service.tier, pricing),
      },
    ];
  });
  return { services, gaps };
}

/** A gap of a ranking as the API shows it. */
export function presentGap({ gap, place }: PlacedGap, services: readonly NamedService[]): WorthGap {
  const service = services[place - 1];
  if (!service) throw new RangeError(`no service has place ${place}`);
  const { question, text, area, known, stale, accepted, incidentsPerYear, effortDays, expectedLoss, live } =
    gap;
  return {
    service: service.slug,
    serviceName: service.name,
    team: service.team,
    tier: service.tier,
    ...{ question, text, area, known, stale, accepted, incidentsPerYear, effortDays },
    ...{ expectedLoss, worthADay: worthADay(gap), live },
    costs: [...gap.costs],
  };
}
