import "server-only";
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { once } from "../config/once";
import { AppError } from "../domain/errors";

/** argon2id, 19 MiB, two passes, one lane (OWASP's first recommendation). */
const PARAMETERS = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The stored form of a password. The text is normalised (NFKC), so that any keyboard can type it again. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize("NFKC"), PARAMETERS);

/**
 * Whether a password is the stored one. Takes the same time when there is nothing to compare with, so that an
 * unknown address cannot be told from a wrong password.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const compareWith = stored ?? (await once("decoy", () => hashPassword("nobody has this password")));
  const right = await verify(compareWith, password.normalize("NFKC"));
  return right && stored !== null;
}

/**
 * Refuses a password that is not somebody's: as a guess, which counts.
 * @param field what it is called where it was asked for, with how it is spoken of
 * @throws AppError refused
 */
export async function requirePassword(
  hash: string | null,
  password: string,
  { field, called }: { field: string; called: string },
): Promise<void> {
  if (await verifyPassword(hash, password)) return;
  const message = `This is not your ${called}. Nothing was changed.`;
  throw new AppError("refused", { message, fields: [{ field, message }], wrongSecret: true });
}
