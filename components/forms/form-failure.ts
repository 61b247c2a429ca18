import { ApiProblem, messageOf } from "@/lib/client/request";

/** Why a form could not be sent. */
export interface FormFailure {
  /** One sentence for the top of the form. */
  message: string;
  /** What is wrong by field. */
  errors: Readonly<Record<string, string>>;
  /** The session ended: the form keeps what was typed while one signs in in another tab. */
  signedOut?: boolean | undefined;
}

/** What is wrong by field, found before anything was sent. */
export class FieldProblems extends Error {
  readonly byField: Readonly<Record<string, string>>;
  constructor(byField: Readonly<Record<string, string>>) {
    super(Object.values(byField).join(" "));
    this.name = "FieldProblems";
    this.byField = byField;
  }
}

/**
 * What a form says of anything that saving threw: field by field where it can, else in the words of the server.
 * @param fields the paths of the form's own fields, as in the JSON that it sends; left out, it has every field
 */
export function formFailure(error: unknown, fields?: readonly string[]): FormFailure {
  const errors = error instanceof ApiProblem || error instanceof FieldProblems ? error.byField : {};
  if (error instanceof ApiProblem && error.problem.code === "not_signed_in") {
    return { message: "You were signed out. What you typed is still here.", errors, signedOut: true };
  }
  const named = Object.keys(errors);
  if (named.length === 0 || named.some((field) => fields?.includes(field) === false)) {
    return { message: messageOf(error), errors };
  }
  const message =
    named.length === 1 ? "One field needs another look." : `${named.length} fields need another look.`;
  return { message, errors };
}
