import "server-only";
import { AppError } from "../../domain/errors";
import { isCommonPassword } from "../../domain/password";

/**
 * Refuses a password that anybody would guess.
 * @param field where it stands in the request
 * @throws AppError invalid_input naming the field
 */
export function refuseCommon(password: string, field: string): void {
  if (!isCommonPassword(password)) return;
  const message = "This password is among the first that anybody would guess. Try a sentence.";
  throw new AppError("invalid_input", { message: `${field}: ${message}`, fields: [{ field, message }] });
}
