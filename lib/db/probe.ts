import { once } from "../config/once";
import { pool } from "./client";

const FRESH_MS = 1_000;
const PATIENCE_MS = 2_500;

/** What a probe of the database found. */
export interface Probe {
  reachable: boolean;
  /** The tables are there. */
  migrated: boolean;
}

/** Asks the database whether it answers, within 2.5 s. Never throws. */
export async function probeDatabase(): Promise<Probe> {
  try {
    const asked = pool().query<{ there: boolean }>(
      `SELECT to_regclass('"Organisation"') IS NOT NULL AS "there"`,
    );
    asked.catch(() => undefined);
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error("late")), PATIENCE_MS).unref(),
    );
    const { rows } = await Promise.race([asked, late]);
    return { reachable: true, migrated: rows[0]?.there === true };
  } catch {
    return { reachable: false, migrated: false };
  }
}

const latest = () => once("probe", () => ({ at: 0, found: null as Promise<Probe> | null }));

/** The same, asked at most once a second while the database is there: cheap enough for every page. */
export async function recentProbe(): Promise<Probe> {
  const state = latest();
  if (!state.found || Date.now() - state.at > FRESH_MS) {
    state.at = Date.now();
    state.found = probeDatabase();
  }
  const probe = await state.found;
  if (!probe.reachable) state.found = null;
  return probe;
}
