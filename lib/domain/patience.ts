/** How long work in a transaction may take, in milliseconds. */
export interface Patience {
  /** One wait for a lock. */
  readonly lockMs: number;
  /** One statement, its waits included. */
  readonly statementMs: number;
  /** Between two statements: a transaction that nobody goes on with ends by itself. */
  readonly idleMs: number;
  /** All of it, from the first try to the answer. */
  readonly timeoutMs: number;
}

/**
 * What an operation may declare. `long` is for what may write about every service there is: an import, other rates, a
 * move to another checklist version, the example. A usual one is given up within 5 s once the database falls silent.
 */
export const PATIENCE = {
  usual: { lockMs: 3_000, statementMs: 4_000, idleMs: 10_000, timeoutMs: 15_000 },
  long: { lockMs: 20_000, statementMs: 60_000, idleMs: 60_000, timeoutMs: 120_000 },
} as const satisfies Record<string, Patience>;
export type PatienceName = keyof typeof PATIENCE;

/**
 * No transaction lasts longer: a COMMIT that arrives later is refused (lib/db/connection.ts). So nothing that was written
 * stays invisible for longer.
 */
export const LONGEST_MS = Math.max(...Object.values(PATIENCE).map(({ timeoutMs }) => timeoutMs));
