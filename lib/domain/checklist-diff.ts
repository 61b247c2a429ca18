import type { Question, QuestionCost } from "./checklist";
import { AREAS, COSTS } from "./vocabulary";

/** What a field of a question can hold. */
export type FieldValue = string | number | boolean | readonly string[] | readonly QuestionCost[];

/** What happened to one question from one version to another. */
export interface QuestionDiff<Q extends Question = Question> {
  key: string;
  kind: "added" | "removed" | "changed" | "moved" | "same";
  /** It now asks something else, so that answers to it have to be confirmed (S5). */
  meaningChanged: boolean;
  /** It stands in another area, or at another place among the questions that both versions have. */
  moved: boolean;
  /** What differs, the area included; empty for added and removed ones. */
  fields: { field: string; from: FieldValue; to: FieldValue }[];
  before: Q | null;
  after: Q | null;
}

const FIELDS = [
  "area",
  "title",
  "text",
  "why",
  "convincing",
  "howToFix",
  "ability",
  "weight",
  "critical",
  "upToTier",
  "tags",
  "reviewAfterDays",
  "effortDays",
  "costs",
] as const satisfies readonly (keyof Question)[];

/**
 * How one version of a checklist differs from another, question by question: all of both, by area, those of the later
 * version in its order and after them what it left out.
 */
export function diffChecklists<Q extends Question>(
  before: readonly Q[],
  after: readonly Q[],
): QuestionDiff<Q>[] {
  const [old, now] = [byKey(before), byKey(after)];
  const stayed = inOrder(before, after);
  const diffs: QuestionDiff<Q>[] = [...after, ...before.filter(({ key }) => !now.has(key))].map(({ key }) =>
    diffQuestion(key, old.get(key) ?? null, now.get(key) ?? null, stayed),
  );
  const place = ({ before: was, after: is }: QuestionDiff<Q>) =>
    AREAS.indexOf((is ?? was ?? { area: AREAS[0] }).area);
  return diffs.sort((a, b) => place(a) - place(b));
}

const byKey = <Q extends Question>(questions: readonly Q[]) =>
  new Map(questions.map((each) => [each.key, each]));

function diffQuestion<Q extends Question>(
  key: string,
  before: Q | null,
  after: Q | null,
  stayed: ReadonlySet<string>,
): QuestionDiff<Q> {
  if (!before || !after) {
    const kind = before ? "removed" : "added";
    return { key, kind, meaningChanged: false, moved: false, fields: [], before, after };
  }
  const fields = FIELDS.flatMap((field) => {
    const [from, to] = [comparable(before, field), comparable(after, field)];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
  const meaningChanged = (after.meaning ?? 1) > (before.meaning ?? 1);
  const moved = before.area !== after.area || !stayed.has(key);
  const changed = meaningChanged || fields.some(({ field }) => field !== "area");
  return {
    key,
    kind: changed ? "changed" : moved ? "moved" : "same",
    meaningChanged,
    moved,
    fields,
    before,
    after,
  };
}

/** A field without what makes no difference: the order of tags and costs. */
function comparable(question: Question, field: (typeof FIELDS)[number]): FieldValue {
  if (field === "title") return question.title ?? "";
  if (field === "tags") return [...question.tags].sort();
  if (field !== "costs") return question[field];
  return question.costs
    .map(({ cost, incidentsPerYear, because }) => ({ cost, incidentsPerYear, because }))
    .sort((a, b) => COSTS.indexOf(a.cost) - COSTS.indexOf(b.cost));
}

/**
 * The questions that kept their place within their areas: the most that can be left standing while the others are moved
 * (a longest increasing subsequence).
 */
function inOrder(before: readonly Question[], after: readonly Question[]): Set<string> {
  const stayed = new Set<string>();
  for (const area of AREAS) {
    const was = before.filter((question) => question.area === area).map((question) => question.key);
    const keys = after.filter((question) => question.area === area && was.includes(question.key));
    const longest: { key: string; at: number; length: number; previous: string | null }[] = [];
    for (const { key } of keys) {
      const at = was.indexOf(key);
      const best = longest.filter((each) => each.at < at).sort((a, b) => b.length - a.length)[0];
      longest.push({ key, at, length: (best?.length ?? 0) + 1, previous: best?.key ?? null });
    }
    let last = [...longest].sort((a, b) => b.length - a.length)[0];
    while (last) {
      const { key, previous } = last;
      stayed.add(key);
      last = longest.find((each) => each.key === previous);
    }
  }
  return stayed;
}

/** How many questions of a difference are of each kind; a changed one that also moved counts as changed. */
export function diffCounts(diffs: readonly QuestionDiff[]) {
  const of = (kind: QuestionDiff["kind"]) => diffs.filter((diff) => diff.kind === kind).length;
  return {
    added: of("added"),
    removed: of("removed"),
    changed: of("changed"),
    moved: of("moved"),
    meaningChanged: diffs.filter((diff) => diff.meaningChanged).length,
    same: of("same"),
  };
}
