import "server-only";
import { createHash } from "node:crypto";
import type { Scope } from "../../auth/scope";
import type { GapPlan } from "../../contracts/answers";
import type { AssessedQuestion, Gap, Scorecard } from "../../contracts/scorecard";
import { type AnswerRow, type Assessment, assessService } from "../../db/assessment";
import { loadPlanRows, planInForce } from "../../db/gap-plans";
import { type Question, questionTitle } from "../../domain/checklist";
import { unpricedModel } from "../../domain/cost-model";
import { exposureOf } from "../../domain/expected-loss";
import { carriedIncidents, isKnown, openness } from "../../domain/exposure";
import { gapWorth, type Pricing, priceAt, pricingOf } from "../../domain/gap-worth";
import { questionNumbers } from "../../domain/question-number";
import type { AssessedQuestion as Assessed } from "../../domain/readiness";
import { sumOf } from "../../domain/sum";
import type { Cost, Tier } from "../../domain/vocabulary";
import { listedGaps } from "../../domain/worth";
import { openSinceOf } from "../../snapshot/open-since";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { presentQuestion } from "../checklists/present-question";
import { presentService, type ServiceWithNames, serviceRow } from "../services/service";
import { neighboursOf } from "./neighbours";
import { presentAnswer } from "./present-answer";
import { presentExposure } from "./present-exposure";

type Plan = Omit<GapPlan, "question">;

/** Where a service stands at `now`: everything that its page and its assessment show. Six statements at most. */
export async function loadScorecard(scope: Scope<"service:read">, now: Date): Promise<Scorecard> {
  const row = await serviceRow(scope.resource.id);
  const assessment = await assessService(row, now);
  const snapshot = await snapshotNow(now);
  const [plans, neighbours] = [await loadPlans(row.id, snapshot), neighboursOf(snapshot, row.id)];
  const service = presentService(row, assessment.readiness, scope.viewer.actor, now);
  const { titles } = snapshot;
  return presentScorecard({ row, service, assessment, plans, titles, neighbours }, now);
}

/** What a scorecard is made of. */
interface Parts {
  row: Pick<
    ServiceWithNames,
    "id" | "teamId" | "tier" | "lifecycle" | "tags" | "checklistVersionId" | "deletedAt"
  >;
  service: Scorecard["service"];
  assessment: Assessment;
  plans: ReadonlyMap<string, Plan>;
  titles: Snapshot["titles"];
  neighbours: Pick<Scorecard, "dependsOn" | "dependents">;
}

/** The scorecard of a service as it stood at an instant. */
export function presentScorecard(
  { row, service, assessment, plans, titles, neighbours }: Parts,
  at: Date,
): Scorecard {
  const { checklist, questions, readiness } = assessment;
  const model = assessment.model ?? unpricedModel("");
  const incidents = carriedIncidents(readiness.incidents, row.lifecycle, row.deletedAt !== null);
  const pricing = pricingOf(model);
  const presented = presentQuestions(questions, {
    plans,
    titles: titles.get(checklist.checklist.id) ?? new Map(),
    numbers: questionNumbers(checklist.questions),
    priceOf: (cost) => priceAt(pricing, cost, row.tier),
  });
  const { counting, answered, gaps, blockers, accepted, stale, unclear, unanswered } = readiness;
  return {
    service,
    score: readiness.score,
    standing: readiness.standing,
    counts: { counting, answered, gaps, blockers, accepted, stale, unclear, unanswered },
    areas: readiness.areas,
    abilities: readiness.abilities,
    questions: presented,
    gaps: gapsOf(presented, row.tier, pricing),
    exposure: presentExposure(exposureOf([{ tier: row.tier, incidents }], model)),
    currency: assessment.model?.currency ?? null,
    ...neighbours,
    revision: revisionOf(row, questions),
    asOf: at.toISOString(),
  };
}

/** What is planned about each question at an instant; about a gap that opened since, nothing. */
async function loadPlans(serviceId: string, snapshot: Snapshot): Promise<Map<string, Plan>> {
  const service = snapshot.byId.get(serviceId);
  const rows = await loadPlanRows([serviceId]);
  return new Map(
    rows.map((row) => [row.questionKey, planInForce(row, openSinceOf(service, row.questionKey))]),
  );
}

/** What is told of questions beside their answers, by key. */
interface Beside {
  plans: ReadonlyMap<string, Plan>;
  titles: ReadonlyMap<string, string>;
  numbers: ReadonlyMap<string, string>;
  /** What one incident is expected to cost the service (R3, R4); null without a price. */
  priceOf: (cost: Cost) => number | null;
}

function presentQuestions(
  questions: readonly Assessed<Question, AnswerRow>[],
  { plans, titles, numbers, priceOf }: Beside,
): AssessedQuestion[] {
  return questions.map((assessed) => {
    const { question, gap, blocker, waived, verdict } = assessed;
    const { question: _, ...answer } = presentAnswer(assessed);
    const rate = sumOf(question.costs.map((each) => each.incidentsPerYear));
    const title = questionTitle({ title: titles.get(question.key), text: question.text });
    const asked = presentQuestion({ ...question, title });
    return {
      ...asked,
      ...answer,
      costs: asked.costs.map((each) => {
        const price = priceOf(each.cost);
        return { ...each, expectedLoss: price === null ? null : each.incidentsPerYear * price };
      }),
      number: numbers.get(question.key) ?? "",
      gap,
      blocker,
      waived,
      incidentsPerYear: rate * openness(verdict),
      earlier: Math.max(0, answer.version - 1),
      plan: plans.get(question.key) ?? null,
    };
  });
}

/** The gaps in the order in which a service lists them. */
function gapsOf(questions: readonly AssessedQuestion[], tier: Tier, pricing: Pricing): Gap[] {
  const gaps = questions
    .filter((question) => question.gap)
    .map((question) => ({
      question: question.key,
      blocker: question.blocker,
      waived: question.waived,
      known: isKnown(question.effectiveVerdict),
      incidentsPerYear: question.incidentsPerYear,
      expectedLoss: gapWorth(question.costs, question.effectiveVerdict, tier, pricing).expectedLoss,
      effortDays: question.plan?.effortDays ?? question.effortDays,
    }));
  return listedGaps(gaps);
}

/** The id of the state shown: it moves when facts, an answer or an effective verdict do. */
function revisionOf(row: Parts["row"], questions: readonly Assessed<Question, AnswerRow>[]): string {
  const state = [
    [
      row.id,
      row.teamId,
      row.tier,
      row.lifecycle,
      [...row.tags].sort(),
      row.checklistVersionId,
      row.deletedAt,
    ],
    questions.map((each) => [each.question.key, each.answer?.version ?? 0, each.verdict, each.waived]),
  ];
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 22);
}
