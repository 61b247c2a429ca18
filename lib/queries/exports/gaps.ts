import "server-only";
import type { ExportedGap } from "../../contracts/exports";
import { gapWorth, type Pricing, pricingOf } from "../../domain/gap-worth";
import { questionNumbers } from "../../domain/question-number";
import { loadPeople } from "./assessed";
import { columnsOf, type Export } from "./export";
import { gapPages, type ReadGap } from "./gap-pages";
import { modelInForce } from "./model-in-force";
import { pastGapPages } from "./past-gap-pages";

/** What a gap is reckoned with: prices in force, and the costs that are chosen. */
interface Reckoned {
  pricing: Pricing;
  currency: string;
  costs: readonly string[] | undefined;
}

function present(gap: ReadGap, { pricing, currency, costs }: Reckoned): ExportedGap {
  const { question, questions, accepted, plan, openedAt } = gap;
  const rates = question.costs.filter(({ cost }) => !costs?.length || costs.includes(cost));
  const { expectedLoss } = gapWorth(rates, gap.effectiveVerdict, gap.tier, pricing);
  return {
    ...{ service: gap.service, serviceName: gap.serviceName, team: gap.team, tier: gap.tier },
    ...{ lifecycle: gap.lifecycle, teamName: gap.teamName, number: numberOf(questions, question.key) },
    ...{ question: question.key, area: question.area, critical: question.critical, verdict: gap.verdict },
    ...{ effectiveVerdict: gap.effectiveVerdict, stale: gap.stale },
    ...{ blocker: question.critical && !accepted, accepted, incidentsPerYear: gap.incidentsPerYear },
    ...{ expectedLoss, currency: expectedLoss === null ? null : currency },
    ...{ costs: rates.map(({ cost }) => cost), openedAt: openedAt.toISOString(), overdue: gap.overdue },
    ...{ owner: plan?.owner ?? null, dueOn: plan?.dueOn ?? null, effortDays: plan?.effortDays ?? null },
    ...{ usualEffortDays: question.effortDays, state: plan?.state ?? null, ticket: plan?.ticket ?? null },
    ...{ note: plan?.note ?? "", version: plan?.version ?? 0 },
  };
}

const numbers = new WeakMap<ReadGap["questions"], ReadonlyMap<string, string>>();

function numberOf(questions: ReadGap["questions"], key: string): string {
  const known = numbers.get(questions) ?? questionNumbers(questions);
  numbers.set(questions, known);
  return known.get(key) ?? "";
}

/** The gaps that the filters leave (S4), as the list of gaps has them, with what is planned about each; or those of then. */
export const GAPS: Export = {
  title: "Gaps",
  columns: columnsOf({
    ...{
      service: 22,
      question: 30,
      owner: 26,
      dueOn: "day",
      effortDays: "number",
      state: 12,
      ticket: "link",
    },
    ...{ note: 40, version: "number", verdict: 13, effectiveVerdict: 16, stale: "boolean" },
    ...{ blocker: "boolean", accepted: "boolean", incidentsPerYear: "number", expectedLoss: "money" },
    ...{
      currency: 9,
      costs: 40,
      usualEffortDays: "number",
      overdue: "boolean",
      openedAt: "instant",
      area: 18,
    },
    ...{ number: 8, text: 60, critical: "boolean", serviceName: 26, team: 18, teamName: 22 },
    ...{ tier: "number", lifecycle: 11 },
  }),
  async *pages(asked) {
    const { choice, moment } = asked;
    const people = await loadPeople();
    const model = await modelInForce(moment.at);
    const reckoned = { pricing: pricingOf(model), currency: model.currency, costs: choice.cost };
    for await (const gaps of moment.past ? pastGapPages(asked) : gapPages(asked)) {
      yield {
        *cells() {
          for (const gap of gaps) {
            const owner = people.get(gap.plan?.owner?.id ?? "")?.email ?? "";
            yield cellsOf(present(gap, reckoned), gap.question.text, owner);
          }
        },
        *json() {
          for (const gap of gaps) yield JSON.stringify(present(gap, reckoned));
        },
      };
    }
  },
};

const cellsOf = (gap: ExportedGap, text: string, owner: string): string[] =>
  [
    ...[gap.service, gap.question, owner, gap.dueOn, gap.effortDays, gap.state, gap.ticket],
    ...[gap.note, gap.version, gap.verdict, gap.effectiveVerdict, gap.stale],
    ...[gap.blocker, gap.accepted, gap.incidentsPerYear, gap.expectedLoss, gap.currency],
    ...[gap.costs.join(", "), gap.usualEffortDays, gap.overdue, gap.openedAt, gap.area],
    ...[gap.number, text, gap.critical, gap.serviceName, gap.team, gap.teamName, gap.tier, gap.lifecycle],
  ].map((value) => String(value ?? ""));
