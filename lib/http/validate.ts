import "server-only";
import { z } from "zod";
import { AppError, type FieldProblem } from "../domain/errors";
import { isStorable } from "../domain/text";

/** What zod found, as fields and sentences. An unknown field is named itself. */
function problemsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 20).flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        field: [...path, key].join("."),
        message: "There is no such field.",
      }));
    }
    return [{ field: path.join("."), message: issue.message }];
  });
}

/** The value as the schema gives it. @throws AppError invalid_input naming every field that is wrong */
export function validate<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = problemsOf(parsed.error);
  const [first] = fields;
  const message = first ? `${first.field || "The body"}: ${first.message}` : "The request is not right.";
  throw new AppError("invalid_input", { message, fields });
}

/** Refuses names in a path that no row can have. @throws AppError invalid_input naming the parameter */
export function checkParams(params: Readonly<Record<string, string>>): void {
  const fields = Object.entries(params)
    .filter(([, value]) => !isStorable(value))
    .map(([field]) => ({ field, message: "holds a character that is not allowed." }));
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
}

/**
 * The query of an address as the schema gives it; names that the schema knows as lists may be repeated.
 * @throws AppError invalid_input, also for names that it does not know
 */
export function validateQuery<S extends z.ZodType>(schema: S, search: URLSearchParams): z.output<S> {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const value: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    // As a key of an object it would be lost.
    if (name === "__proto__") {
      const message = "There is no such field.";
      throw new AppError("invalid_input", {
        message: `${name}: ${message}`,
        fields: [{ field: name, message }],
      });
    }
    if (![name, ...all].every(isStorable)) {
      throw new AppError("invalid_input", {
        fields: [{ field: "query", message: "holds a character that is not allowed." }],
      });
    }
    const member = shape[name];
    const inner = member instanceof z.ZodOptional ? member.unwrap() : member;
    value[name] = inner instanceof z.ZodArray ? all : all.length > 1 ? all : all[0];
  }
  return validate(schema, value);
}
