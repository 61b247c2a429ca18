import { readdirSync } from "node:fs";
import { join } from "node:path";
import { once } from "../config/once";
import { pool } from "./client";

const FRESH_MS = 1_000;
const PATIENCE_MS = 2_500;

const APPLIED = `SELECT count(*)::int AS "applied" FROM "_prisma_migrations"
  WHERE "migration_name" = ANY($1::text[]) AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`;

/** The names of this release's migrations: its schema level. */
const ownMigrations = (): string[] =>
  once("migrations", () =>
    readdirSync(join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations"), {
      withFileTypes: true,
    })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  );

/** What a probe of the database found. */
export interface Probe {
  reachable: boolean;
  /** All migrations of this release have been applied. */
  migrated: boolean;
}

/** Asks the database whether it answers, within 2.5 s. Never throws. */
export async function probeDatabase(): Promise<Probe> {
  try {
    const asked = pool().query<{ applied: number }>(APPLIED, [ownMigrations()]);
    asked.catch(() => undefined);
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error("late")), PATIENCE_MS).unref(),
    );
    const { rows } = await Promise.race([asked, late]);
    return { reachable: true, migrated: rows[0]?.applied === ownMigrations().length };
  } catch (error) {
    const noTable = (error as { code?: unknown }).code === "42P01";
    return { reachable: noTable, migrated: false };
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
