import "server-only";
import type { Scope } from "../../auth/scope";
import type { CostModelSave } from "../../contracts/cost-model";
import type { ModelPreview } from "../../contracts/model-preview";
import { modelsOf } from "../../db/cost-model";
import { type ExposureFigures, exposureOf } from "../../domain/expected-loss";
import type { AlikeGaps } from "../../domain/gap-table";
import { type ModelChange, modelChanges } from "../../domain/model-changes";
import { ratesIn, type SetModel } from "../../domain/model-edit";
import { incidentsBy, leadsElsewhere, type QuestionOf } from "../../domain/preview-model";
import { lognormal, medianPrice } from "../../domain/price";
import { COSTS } from "../../domain/vocabulary";
import { alikeGaps } from "../../snapshot/alike-gaps";
import type { Snapshot } from "../../snapshot/snapshot";
import { snapshotNow } from "../../snapshot/snapshot-at";
import { setNow } from "./cost-model";
import { editedModel } from "./edited-model";
import { plausibilityOf } from "./plausibility";
import { presentFigures } from "./present-figures";

/**
 * What an edit would do to what all services carry, were it put in force: as a whole, and each changed input alone.
 * Writes nothing. Reckons with gaps that weigh alike as one.
 * @throws AppError invalid_input naming the field
 */
export async function previewModel(
  scope: Scope<"model:edit">,
  { expectedNumber: _, note: __, ...edit }: CostModelSave,
  now: Date,
): Promise<ModelPreview> {
  const before = await setNow((await modelsOf()).all[0] ?? null);
  const after = await editedModel(before, edit, { personId: scope.viewer.person.id, at: now });
  const asked = askedIn(await snapshotNow(now));
  const carried = asked.map((each) => carriedOf(each, before));
  const moved = asked.flatMap((each) => movedGaps(each, before, after));
  return {
    currency: { before: before.currency, after: after.currency },
    before: presented(carried, before),
    after: presented(
      asked.map((each) => carriedOf(each, after)),
      after,
    ),
    services: new Set(moved.flatMap(({ places }) => places)).size,
    changes: modelChanges(before, after).map((change) => {
      const alone = withChange(before, change);
      const touched = (key: string) => change.kind === "rate" && change.question === key;
      const parts = asked.map((each, index) =>
        touched(each.key) ? carriedOf(each, alone) : (carried[index] ?? carriedOf(each, alone)),
      );
      // A service has one gap in a question at most.
      const gaps = asked.flatMap((each) => (touched(each.key) ? movedGaps(each, before, alone) : []));
      const services = gaps.reduce((total, gap) => total + gap.places.length, 0);
      return { change, after: sums(parts, alone), services };
    }),
    prices: meanings(after),
    plausibility: await plausibilityOf(ratesIn(after.rates)),
  };
}

type Carried = ReturnType<typeof incidentsBy>;
/** The gaps in one question, of every checklist version that asks it. */
interface Asked {
  key: string;
  gaps: AlikeGaps[];
  questionOf: QuestionOf<AlikeGaps>;
}

/** The gaps of all services that carry anything (R6), by their questions, which have the rates of their checklists. */
function askedIn(snapshot: Snapshot): Asked[] {
  const { services } = snapshot;
  const questionOf: Asked["questionOf"] = ({ question, places: [first = 0] }) =>
    services[first - 1]?.checklist.version.questions.find(({ key }) => key === question);
  const all = new Map<string, AlikeGaps[]>();
  for (const gap of alikeGaps(snapshot, services)) {
    const known = all.get(gap.question);
    if (known) known.push(gap);
    else all.set(gap.question, [gap]);
  }
  return [...all].map(([key, gaps]) => ({ key, gaps, questionOf }));
}

const carriedOf = ({ gaps, questionOf }: Asked, { rates }: SetModel): Carried =>
  incidentsBy(gaps, questionOf, ratesIn(rates));

const exposures = (parts: readonly Carried[], { rates, ...set }: SetModel) => {
  const model = { ...set, rates: ratesIn(rates) };
  return {
    now: exposureOf(
      parts.flatMap((part) => part.now),
      model,
    ),
    atLaunch: exposureOf(
      parts.flatMap((part) => part.atLaunch),
      model,
    ),
  };
};

function presented(parts: readonly Carried[], set: SetModel): ModelPreview["before"] {
  const { now, atLaunch } = exposures(parts, set);
  return { now: presentFigures(now), atLaunch: presentFigures(atLaunch) };
}

function sums(parts: readonly Carried[], set: SetModel): ModelPreview["changes"][number]["after"] {
  const { now, atLaunch } = exposures(parts, set);
  const sum = ({ incidents, expectedLoss, known }: ExposureFigures) => ({ incidents, expectedLoss, known });
  return { now: sum(now), atLaunch: sum(atLaunch) };
}

/** The gaps whose question leads to something else by the rates of another model. */
function movedGaps({ gaps, key, questionOf }: Asked, before: SetModel, after: SetModel): AlikeGaps[] {
  const own = ({ rates }: SetModel) => ratesIn(Object.hasOwn(rates, key) ? { [key]: rates[key] ?? {} } : {});
  const [old, rates] = [own(before), own(after)];
  return gaps.filter((gap) => {
    const question = questionOf(gap);
    return question !== undefined && leadsElsewhere(question, old, rates);
  });
}

/** A model with one of its inputs changed. */
function withChange(set: SetModel, change: ModelChange): SetModel {
  if (change.kind === "currency") return { ...set, currency: change.to };
  if (change.kind === "price") return { ...set, prices: { ...set.prices, [change.cost]: change.to } };
  if (change.kind === "severity") return { ...set, severity: { ...set.severity, [change.tier]: change.to } };
  const { question, cost, to } = change;
  const { [cost]: _, ...others } = set.rates[question] ?? {};
  const own =
    to === null ? others : { ...others, [cost]: { incidentsPerYear: to, why: "", personId: null, at: "" } };
  return { ...set, rates: { ...set.rates, [question]: own } };
}

/** What each price means (R3). */
function meanings({ prices }: SetModel): ModelPreview["prices"] {
  return Object.fromEntries(
    COSTS.flatMap((cost) => {
      const price = prices[cost];
      if (!price) return [];
      return [[cost, { median: medianPrice(price), mean: lognormal(price).mean, p95: price.high }]];
    }),
  );
}
