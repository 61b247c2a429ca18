import { isCommonPassword } from "@/lib/domain/password";
import { codePoints, TEXT_LIMITS } from "@/lib/domain/text";

/** What is said of a password while it is typed. */
export interface PasswordAdvice {
  text: string;
  good: boolean;
}

/** Whether a new password would be taken, before it is sent. @returns null while nothing is typed */
export function passwordAdvice(password: string): PasswordAdvice | null {
  const { min, max } = TEXT_LIMITS.password;
  const length = codePoints(password);
  if (length === 0) return null;
  if (length < min) return { text: `${length} of at least ${min} characters`, good: false };
  if (length > max) return { text: `At most ${max} characters; this has ${length}`, good: false };
  if (isCommonPassword(password)) return { text: "Among the first that anybody would guess", good: false };
  return { text: `${length} characters: good`, good: true };
}
