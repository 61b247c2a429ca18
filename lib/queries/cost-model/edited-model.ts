import "server-only";
import type { CostModelSave } from "../../contracts/cost-model";
import { reader } from "../../db/transaction";
import { AppError, type FieldProblem } from "../../domain/errors";
import { editModel, type SetModel } from "../../domain/model-edit";
import type { Cost } from "../../domain/vocabulary";

/**
 * The assumptions after an edit.
 * @throws AppError invalid_input naming the field of a question that no published checklist asks, and of a reason for a
 *   rate that is not set
 */
export async function editedModel(
  before: SetModel,
  edit: CostModelSave,
  by: { personId: string; at: Date },
): Promise<SetModel> {
  const after = editModel(before, edit, by);
  const fields = [...(await unasked(Object.keys(edit.rates ?? {}))), ...unset(after, edit.reasons ?? {})];
  const [first] = fields;
  if (!first) return after;
  throw new AppError("invalid_input", { message: `${first.field}: ${first.message}`, fields });
}

async function unasked(questions: readonly string[]): Promise<FieldProblem[]> {
  if (questions.length === 0) return [];
  const asked = await reader().question.findMany({
    where: { key: { in: [...questions] }, version: { status: "published" } },
    distinct: ["key"],
    select: { key: true },
  });
  const known = new Set(asked.map((question) => question.key));
  return questions
    .filter((key) => !known.has(key))
    .map((key) => ({ field: `rates.${key}`, message: `No published checklist asks "${key.slice(0, 80)}".` }));
}

function unset({ rates }: SetModel, reasons: NonNullable<CostModelSave["reasons"]>): FieldProblem[] {
  return Object.entries(reasons).flatMap(([question, byCost]) =>
    Object.keys(byCost)
      // What a model said itself of a rate that is not kept goes with it.
      .filter((cost) => typeof byCost[cost as Cost] === "string")
      .filter((cost) => !Object.hasOwn(rates[question] ?? {}, cost))
      .map((cost) => ({
        field: `reasons.${question}.${cost}`,
        message: "There is no rate of your own that this could be the reason for.",
      })),
  );
}
