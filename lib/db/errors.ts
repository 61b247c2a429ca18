import { AppError, UNAVAILABLE_DIGEST } from "../domain/errors";

/** Codes by which Postgres, its driver or Prisma say that the database cannot be reached or is going away. */
const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "25P03",
  "53300",
  "55000",
  "28000",
  "28P01",
  "3D000",
  "P1001",
  "P1002",
  "P1008",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
]);
/** A lock or statement that took too long: worth another try in a moment. */
const TOO_SLOW = new Set(["55P03", "57014"]);
/** Codes by which the database says that it takes no writes; what a person is told, and in how many seconds to ask again. */
const NO_WRITES: readonly { codes: RegExp; message: string; retryAfterSeconds: number }[] = [
  {
    codes: /^53100$/,
    message:
      "The disk of the database is full. Nothing was changed, and what was saved before is kept and can be read. Whoever runs Plumbline has to make room on that disk; then try again.",
    retryAfterSeconds: 30,
  },
  {
    codes: /^25006$/,
    message:
      "The database is read-only at the moment. Nothing was changed, and what was saved before is kept. Whoever runs Plumbline has to look at the database; then try again.",
    retryAfterSeconds: 30,
  },
  {
    codes: /^53(?!300)/,
    message:
      "The database has run out of memory or reached a limit. Nothing was changed, and what was saved before is kept. Try again in a moment; whoever runs Plumbline has to look at the database if it stays so.",
    retryAfterSeconds: 10,
  },
];
const RETRYABLE = new Set(["40001", "40P01", "P2034"]);
const UNREACHABLE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|^timeout expired$|Client has encountered a connection error|Query read timeout|DatabaseNotReachable|ConnectionClosed|SocketTimeout|Server has closed the connection|Can't reach database|Unable to start a transaction|Transaction not found|Transaction already closed|not queryable/;

/** All codes that an error and its causes carry. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== "object" || value === null || seen.has(value) || depth > 6) return;
    seen.add(value);
    const record = value as Record<string, unknown>;
    for (const key of ["code", "originalCode", "errorCode"]) {
      if (typeof record[key] === "string") codes.push(record[key]);
    }
    for (const key of ["cause", "meta", "driverAdapterError", "error"]) visit(record[key], depth + 1);
    if (Array.isArray(record.errors)) for (const each of record.errors) visit(each, depth + 1);
  };
  visit(error, 0);
  return codes;
}

/** Whether the same transaction may simply be run again: it lost a race and left nothing behind. */
export const isRetryable = (error: unknown): boolean => codesOf(error).some((code) => RETRYABLE.has(code));

const refusesWrites = (codes: readonly string[]) => {
  const found = NO_WRITES.find((each) => codes.some((code) => each.codes.test(code)));
  return found && { message: found.message, retryAfterSeconds: found.retryAfterSeconds };
};

/** Whether the database said that it takes no writes: its disk is full, say. */
export const isNotWritable = (error: unknown): boolean => refusesWrites(codesOf(error)) !== undefined;

/** Whether the database cannot be reached, or is going away. */
export const isUnreachable = (error: unknown): boolean =>
  codesOf(error).some((code) => UNREACHABLE.has(code) || code.startsWith("08")) ||
  (error instanceof Error && UNREACHABLE_WORDS.test(error.message));

/**
 * Whether an error passes by itself: the database cannot be used, or there is too much to do. By its digest: a page's
 * AppError is of another copy of its module than ours.
 */
export const isUnavailable = (error: unknown): boolean =>
  (error as { digest?: unknown } | null)?.digest === UNAVAILABLE_DIGEST || databaseError(error) !== null;

/**
 * What a caller is told about an error of the database, or null when it is none that we know: unavailable (503) when
 * it cannot be reached, takes no writes, is too slow, or lost a race too often.
 */
export function databaseError(error: unknown): AppError | null {
  const codes = codesOf(error);
  const refusal = refusesWrites(codes);
  if (refusal) return new AppError("unavailable", refusal);
  if (isUnreachable(error)) {
    return new AppError("unavailable", {
      message: "The database cannot be reached at the moment. Try again in a few seconds.",
      retryAfterSeconds: 2,
    });
  }
  if (codes.some((code) => TOO_SLOW.has(code) || RETRYABLE.has(code))) {
    return new AppError("unavailable", {
      message: "Others were changing the same thing for too long. Nothing was changed; try again.",
      retryAfterSeconds: 1,
    });
  }
  return null;
}
