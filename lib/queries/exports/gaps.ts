import "server-only";
import type { PortfolioChoice } from "../../contracts/portfolio";
import { Prisma } from "../../db/generated/client";
import type { Question } from "../../domain/checklist";
import { openness } from "../../domain/exposure";
import type { AssessedQuestion } from "../../domain/readiness";
import { type AssessedService, assessedPages, type ExportAnswer, loadPeople } from "./assessed";
import type { Export } from "./export";
import { personParts, placePart, questionPart } from "./json-parts";

type Assessed = AssessedQuestion<Question, ExportAnswer>;

interface Plan {
  owner: string | null;
  dueOn: string | null;
  effortDays: number | null;
  state: "open" | "in_progress" | "done" | null;
  ticket: string | null;
  note: string;
  version: number;
}
const NO_PLAN: Plan = {
  owner: null,
  dueOn: null,
  effortDays: null,
  state: null,
  ticket: null,
  note: "",
  version: 0,
};

interface More {
  plans: Record<string, Plan> | null;
  opened: Record<string, string> | null;
}
const COLUMNS = Prisma.sql`, (
    SELECT json_object_agg(g."questionKey", json_build_object('owner', g."ownerId", 'dueOn', g."dueOn",
      'effortDays', g."effortDays", 'state', g."state", 'ticket', g."ticket", 'note', g."note", 'version', g."version"))
    FROM "GapPlan" g WHERE g."serviceId" = s."id") AS "plans", (
    SELECT json_object_agg(g."questionKey", g."openedAt") FROM "Gap" g WHERE g."serviceId" = s."id") AS "opened"`;

/** The gaps of the services that the filters leave (S4), with what is planned about each (ExportedGap). */
export const GAPS: Export = {
  headers: [
    ...[
      "service",
      "question",
      "owner",
      "dueOn",
      "effortDays",
      "state",
      "ticket",
      "note",
      "version",
      "verdict",
    ],
    ...["effectiveVerdict", "stale", "blocker", "incidentsPerYear", "openedAt", "area", "text", "critical"],
    ...["serviceName", "team", "tier", "lifecycle"],
  ],
  async *pages(choice: PortfolioChoice, now: Date) {
    const people = await loadPeople();
    const person = personParts(people);
    for await (const page of assessedPages<More>(choice, now, COLUMNS)) {
      const gaps = page.flatMap(({ row, questions }) => {
        const place = placePart(row);
        return questions
          .filter((each) => each.gap)
          .map((each) => ({ row, place, each, ...factsOf(row, each) }));
      });
      yield {
        cells: () => gaps.map((gap) => cellsOf(gap, people.get(gap.plan.owner ?? "")?.email ?? "")),
        json: () => gaps.map((gap) => jsonOf(gap, person(gap.plan.owner))),
      };
    }
  },
};

interface Gap {
  row: AssessedService<More>["row"];
  place: string;
  each: Assessed;
  plan: Plan;
  openedAt: string | null;
  incidentsPerYear: number;
}

function factsOf({ plans, opened }: More, { question, verdict }: Assessed) {
  const at = opened?.[question.key];
  const rate = question.costs.reduce((sum, cost) => sum + cost.incidentsPerYear, 0);
  return {
    plan: plans?.[question.key] ?? NO_PLAN,
    openedAt: at ? new Date(at).toISOString() : null,
    incidentsPerYear: rate * openness(verdict),
  };
}

function jsonOf({ place, each, plan, openedAt, incidentsPerYear }: Gap, owner: string): string {
  const { owner: _, ...rest } = plan;
  const asked = `${questionPart(each.question)},"verdict":"${each.given}","effectiveVerdict":"${each.verdict}","stale":${each.stale},"blocker":${each.blocker}`;
  const opened = openedAt === null ? "null" : `"${openedAt}"`;
  return `{${place},${asked},"incidentsPerYear":${incidentsPerYear},"openedAt":${opened},"owner":${owner},${JSON.stringify(rest).slice(1)}`;
}

function cellsOf({ row, each, plan, openedAt, incidentsPerYear }: Gap, owner: string): string[] {
  return [
    row.slug,
    each.question.key,
    owner,
    plan.dueOn ?? "",
    plan.effortDays === null ? "" : String(plan.effortDays),
    plan.state ?? "",
    plan.ticket ?? "",
    plan.note,
    String(plan.version),
    each.given,
    each.verdict,
    String(each.stale),
    String(each.blocker),
    String(incidentsPerYear),
    openedAt ?? "",
    each.question.area,
    each.question.text,
    String(each.question.critical),
    row.name,
    row.team,
    String(row.tier),
    row.lifecycle,
  ];
}
