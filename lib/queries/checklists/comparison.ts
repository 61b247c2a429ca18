import "server-only";
import type { Scope } from "../../auth/scope";
import type { ChecklistComparison } from "../../contracts/checklists";
import { checklistVersion, type VersionWithQuestions } from "../../db/published-questions";
import { questionTitles, withTitles } from "../../db/question-titles";
import type { TitledQuestion } from "../../domain/checklist";
import { diffChecklists, diffCounts, type FieldValue } from "../../domain/checklist-diff";
import { questionNumbers } from "../../domain/question-number";
import { type VersionName, versionId } from "./checklists";
import { presentQuestion } from "./present-question";

/**
 * What a version asks that another one of its checklist did not, and the other way round.
 * @param before number of the version to compare with
 * @throws AppError not_found for either
 */
export async function compareVersions(
  _scope: Scope<"checklist:read">,
  name: VersionName,
  before: number,
): Promise<ChecklistComparison> {
  const ids = await Promise.all([versionId({ ...name, version: String(before) }), versionId(name)]);
  const [old, now] = await Promise.all(ids.map(checklistVersion));
  if (!old || !now) throw new RangeError("both versions were found");
  const titles = await questionTitles(now.checklist.id);
  const named = (version: VersionWithQuestions) => ({
    ...version,
    questions: withTitles(version.questions, titles),
  });
  return comparisonOf(now.checklist, named(old), named(now));
}

interface Asked {
  number: number;
  questions: readonly TitledQuestion[];
}

/** What differs between two lists of questions of a checklist. @param old the version before, of any number */
export function comparisonOf(
  checklist: Pick<VersionWithQuestions["checklist"], "key" | "name">,
  old: Asked,
  now: Asked,
): ChecklistComparison {
  const diffs = diffChecklists(old.questions, now.questions);
  const [numberedOld, numberedNow] = [numbered(old), numbered(now)];
  return {
    checklist: checklist.key,
    name: checklist.name,
    from: old.number,
    to: now.number,
    counts: diffCounts(diffs),
    questions: diffs.flatMap(({ kind, before: was, after: is, fields, ...diff }) => {
      if (kind === "same") return [];
      const shown = fields.map(({ field, from, to }) => ({ field, from: plain(from), to: plain(to) }));
      return [
        {
          ...diff,
          kind,
          fields: shown,
          before: was && numberedOld(was.key),
          after: is && numberedNow(is.key),
        },
      ];
    }),
  };
}

type Plain = ChecklistComparison["questions"][number]["fields"][number]["from"];
const plain = (value: FieldValue): Plain => (Array.isArray(value) ? [...value] : value) as Plain;

function numbered({ questions }: Asked) {
  const numbers = questionNumbers(questions);
  const byKey = new Map(questions.map((question) => [question.key, question]));
  return (key: string) => {
    const question = byKey.get(key);
    return question ? { ...presentQuestion(question), number: numbers.get(key) ?? "" } : null;
  };
}
