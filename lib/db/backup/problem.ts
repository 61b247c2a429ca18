/** Why a backup was not made or not restored, for the person who asked for it: what happened, what is kept, what to do. */
export class BackupProblem extends Error {
  override name = "BackupProblem";
}

/** Whether an error came from the server, or of losing it. */
export function fromDatabase(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return (
    /^[0-9A-Z]{5}$/.test(String(code)) ||
    ["ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(String(code)) ||
    /^Connection terminated|^Client has encountered a connection error/.test(String(message))
  );
}
