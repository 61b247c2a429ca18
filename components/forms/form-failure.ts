import { ApiProblem, messageOf } from "@/lib/client/request";

/** Why a form could not be sent. Each failure is a new object, so that focus can follow it. */
export interface FormFailure {
  /** One sentence for the top of the form. */
  message: string;
  /** What is wrong by field, for the fields that the form has. */
  errors: Readonly<Record<string, string>>;
  /** The session ended: the form keeps what was typed while one signs in in another tab. */
  signedOut?: boolean | undefined;
}

/**
 * What a form says of anything that send() threw: field by field where it can, else in the words of the server.
 * @param fields the paths of the form's own fields, as in the JSON that it sends
 */
export function formFailure(error: unknown, fields: readonly string[]): FormFailure {
  const errors = error instanceof ApiProblem ? error.byField : {};
  if (error instanceof ApiProblem && error.problem.code === "not_signed_in") {
    return { message: "You were signed out. What you typed is still here.", errors, signedOut: true };
  }
  const named = Object.keys(errors);
  const here = named.filter((field) => fields.includes(field));
  if (here.length === 0 || here.length < named.length) return { message: messageOf(error), errors };
  const message =
    here.length === 1 ? "One field needs another look." : `${here.length} fields need another look.`;
  return { message, errors };
}
