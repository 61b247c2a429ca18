import "server-only";
import type { ExportedGap } from "../../contracts/exports";
import { askedAt } from "../../db/asked-questions";
import { modelsOf } from "../../db/cost-model";
import { checklistVersion } from "../../db/published-questions";
import type { Question } from "../../domain/checklist";
import { loadPeople } from "./assessed";
import { columnsOf, type Export } from "./export";
import { type GapExportRow, gapPages } from "./gap-pages";

function present(row: GapExportRow, question: Question): ExportedGap {
  const { given, verdict, stale, accepted, critical, incidentsPerYear, openedAt, plan } = row;
  return {
    ...{ service: row.service, serviceName: row.serviceName, team: row.team, tier: row.tier },
    ...{ lifecycle: row.lifecycle, question: row.question, area: question.area, critical },
    ...{ verdict: given ?? "unanswered", effectiveVerdict: verdict ?? "unanswered", stale },
    ...{ blocker: critical && !accepted, accepted, incidentsPerYear, openedAt: openedAt.toISOString() },
    ...{ owner: plan?.owner ?? null, dueOn: plan?.dueOn ?? null, effortDays: plan?.effortDays ?? null },
    ...{ state: plan?.state ?? null, ticket: plan?.ticket ?? null, note: plan?.note ?? "" },
    version: plan?.version ?? 0,
  };
}

/** The gaps that the filters leave (S4), as the list of gaps has them, with what is planned about each. */
export const GAPS: Export = {
  title: "Gaps",
  columns: columnsOf({
    ...{ service: 22, question: 30, owner: 26, dueOn: "day", effortDays: "number", state: 12, ticket: 30 },
    ...{ note: 40, version: "number", verdict: 13, effectiveVerdict: 16, stale: "boolean" },
    ...{ blocker: "boolean", accepted: "boolean", incidentsPerYear: "number", openedAt: "instant", area: 18 },
    ...{ text: 60, critical: "boolean", serviceName: 26, team: 18, tier: "number", lifecycle: 11 },
  }),
  async *pages(asked) {
    const people = await loadPeople();
    for await (const rows of gapPages(asked)) {
      const gaps = await Promise.all(
        rows.map(async (row) => {
          const questions = askedAt(
            await checklistVersion(row.versionId),
            await modelsOf(row.models),
            asked.now,
          );
          const question = questions.find((each) => each.key === row.question);
          if (!question) throw new RangeError(`question ${row.question} is not of its service's version`);
          return { gap: present(row, question), text: question.text };
        }),
      );
      yield {
        *cells() {
          for (const { gap, text } of gaps) {
            yield cellsOf(gap, text, people.get(gap.owner?.id ?? "")?.email ?? "");
          }
        },
        *json() {
          for (const { gap } of gaps) yield JSON.stringify(gap);
        },
      };
    }
  },
};

const cellsOf = (gap: ExportedGap, text: string, owner: string): string[] =>
  [
    ...[gap.service, gap.question, owner, gap.dueOn, gap.effortDays, gap.state, gap.ticket],
    ...[gap.note, gap.version, gap.verdict, gap.effectiveVerdict, gap.stale],
    ...[gap.blocker, gap.accepted, gap.incidentsPerYear, gap.openedAt, gap.area],
    ...[text, gap.critical, gap.serviceName, gap.team, gap.tier, gap.lifecycle],
  ].map((value) => String(value ?? ""));
