import { saveAnswer } from "../commands/answers/save-answer";
import { planGap } from "../commands/gaps/plan-gap";
import { createService } from "../commands/services/create-service";
import { deleteService } from "../commands/services/delete-service";
import type { ExportFilters, ExportFormat } from "../contracts/exports";
import { db } from "../db/client";
import { loadExport } from "../queries/exports/load-export";
import { aPerson, aService, daysLater, NOON, scopeOf } from "./factories";
import { ask } from "./waivers";

export const QUESTION = "simultaneous-edits-kept";
/** What spreadsheets, parsers and careless code trip over. */
export const AWKWARD = [
  '=HYPERLINK("https://evil.example","x")',
  "+1",
  "-1",
  "@SUM(A1)",
  "\tTab",
  "'=already",
  "''=twice",
  "'quoted'",
  " spaces at both ends ",
  'He said "no", then; left\r\nfor\rgood\n',
  "👩‍👩‍👧‍👦 \u202eعברית\u202c e\u0301 \u2028 ﷽",
  "\\back, slash\\",
  "＝full width",
];

export async function text(
  what: string,
  format: ExportFormat,
  filters: Omit<ExportFilters, "format"> = {},
  now = daysLater(1),
) {
  const viewer = await aPerson();
  const { body } = await loadExport(scopeOf(viewer, "export:read"), what, { format, ...filters }, now);
  return new Response(body).text();
}

/** A service whose every text is awkward, answered and planned; another that depends on it; a deleted one. */
export async function anAwkwardPortfolio() {
  const [first] = AWKWARD;
  const made = await aService(
    {
      name: String(first),
      tier: 2,
      description: AWKWARD.join("|"),
      tags: AWKWARD.map((tag) => [...tag].slice(0, 40).join("")),
      links: AWKWARD.map((label) => ({ label, url: "https://example.com/a,b;c?<d>" })),
    },
    NOON,
  );
  const create = scopeOf(made.admin, "service:create", {
    kind: "team",
    id: made.teamId,
    slug: made.teamSlug,
    teamId: made.teamId,
  });
  const other = await createService(
    create,
    { name: " Ledger ", team: made.teamSlug, tier: 1, lifecycle: "building", dependsOn: [made.slug] },
    NOON,
  );
  const gone = await createService(
    create,
    { name: "Gone", team: made.teamSlug, tier: 1, lifecycle: "live" },
    NOON,
  );
  const third = await createService(
    create,
    { name: "Third", team: made.teamSlug, tier: 4, lifecycle: "retired", dependsOn: [gone.slug] },
    NOON,
  );
  const resource = {
    kind: "service" as const,
    id: gone.id,
    slug: gone.slug,
    teamId: made.teamId,
    deletedAt: null,
  };
  await deleteService(scopeOf(made.admin, "service:delete", resource), NOON);
  const save = scopeOf(made.member, "answer:save", made.resource);
  const { questions } = await db().checklistVersion.findFirstOrThrow({
    include: {
      questions: { where: { upToTier: { gte: 2 }, tags: { isEmpty: true } }, take: AWKWARD.length },
    },
  });
  for (const [at, reason] of AWKWARD.entries()) {
    const evidence = [
      { label: reason, url: "https://example.com/'x" },
      { label: "", url: "mailto:a@example.com" },
    ];
    const answer = {
      verdict: at % 2 ? ("no" as const) : ("partly" as const),
      reason,
      evidence,
      expectedVersion: 0,
    };
    await saveAnswer(save, questions[at]?.key ?? "", answer, NOON);
  }
  const plan = scopeOf(made.member, "gap:plan", made.resource);
  for (const [at, note] of AWKWARD.entries()) {
    const details = { note, owner: made.lead.person.id, dueOn: "2026-12-31", effortDays: 0.25 };
    await planGap(
      plan,
      questions[at]?.key ?? "",
      at === 0 ? { note } : { ...details, ticket: "https://example.com/t?=1" },
      NOON,
    );
  }
  for (const [at, reason] of AWKWARD.entries()) {
    const asked = { question: questions[at]?.key ?? "", reason, measure: reason };
    await ask(made.member, made.resource, asked, NOON);
  }
  return { made, other, third };
}
