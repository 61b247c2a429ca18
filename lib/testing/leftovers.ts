import { setTimeout as sleep } from "node:timers/promises";

/** How long what the file before left at work may take to end. Its database is dropped then, whoever is connected. */
const PATIENCE_MS = 5_000;

const store = globalThis as unknown as Record<symbol, unknown>;
const at = Symbol.for("plumbline-testing.environment");

/**
 * Test files share a worker, and with it the modules that were imported, which took longer than most tests. What lives as long as
 * the process goes only through `once()` (lib/config/once.ts): it is ended and forgotten here, and the environment put back, so
 * that each file begins as a process would.
 */
export async function endWhatIsOpen(): Promise<void> {
  store[at] ??= { ...process.env };
  const environment = store[at] as NodeJS.ProcessEnv;
  const ours = Object.getOwnPropertySymbols(store).filter((symbol) =>
    symbol.description?.startsWith("plumbline."),
  );
  const values = ours.map((symbol) => store[symbol]);
  await Promise.race([Promise.allSettled(values.map(end)), sleep(PATIENCE_MS, undefined, { ref: false })]);
  for (const symbol of ours) delete store[symbol];
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
}

/** Ends a pool, a Prisma client, a hub; leaves alone what has nothing to end. */
async function end(value: unknown): Promise<void> {
  if (typeof value !== "object" || value === null) return;
  for (const name of ["$disconnect", "close", "end"]) {
    const way: unknown = Reflect.get(value, name);
    if (typeof way === "function") {
      await way.call(value);
      return;
    }
  }
}
