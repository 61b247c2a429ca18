import type pg from "pg";

/**
 * What a backup does with a table. `kept`: its rows are in the file. `seeded`: they are too, and a database that holds
 * nothing else is still empty, because the release itself wrote them. `leftOut`: why the rows are not in the file.
 */
export type Fate = "kept" | "seeded" | { leftOut: string };

/** Every table of the schema; a test fails on one that has no line here. */
export const TABLES: Readonly<Record<string, Fate>> = {
  Organisation: "kept",
  Person: "kept",
  Session: {
    leftOut: "signed-in browsers: everybody signs in anew, also those whose session had ended since",
  },
  Invitation: "kept",
  ApiToken: "kept",
  SignInThrottle: { leftOut: "failed sign-ins, forgotten after an hour" },
  Team: "kept",
  Membership: "kept",
  Service: "kept",
  ServiceDependency: "kept",
  ServiceFacts: "kept",
  Checklist: "seeded",
  ChecklistVersion: "seeded",
  Question: "seeded",
  QuestionCost: "seeded",
  QuestionTitle: "seeded",
  Answer: "kept",
  Entry: "kept",
  GapPlan: "kept",
  Waiver: "kept",
  Launch: "kept",
  LaunchService: "kept",
  LaunchPlan: "kept",
  LaunchRole: "kept",
  LaunchRevision: "kept",
  SignOff: "kept",
  Overruling: "kept",
  Disposition: "kept",
  LaunchEvent: "kept",
  ServiceState: "kept",
  ReadinessPoint: "kept",
  ReadinessDay: "seeded",
  WholeDay: "seeded",
  CostModel: "kept",
  Erasure: { leftOut: "what running processes are to forget: they read a restored database anew" },
  Change: { leftOut: "what open browsers are told, purged after minutes" },
  Presence: { leftOut: "who has which page open, forgotten after a minute" },
  AuditEvent: "kept",
  IdempotentReply: { leftOut: "replies kept for a day, signed with a secret that is not in the backup" },
};

/** Written by the migrations themselves, and by those of whoever restores. */
const OF_MIGRATIONS: readonly string[] = ["_prisma_migrations", "plumbline_schema"];

export const isOurs = (table: string): boolean =>
  Object.hasOwn(TABLES, table) || OF_MIGRATIONS.includes(table);
export const isOfMigrations = (table: string): boolean => OF_MIGRATIONS.includes(table);
/** Why a table's rows are not in a backup; null when they are. */
export function whyLeftOut(table: string): string | null {
  const fate = Object.hasOwn(TABLES, table) ? TABLES[table] : undefined;
  return typeof fate === "object" ? fate.leftOut : null;
}

/** A table as the database describes it. */
export interface Described {
  name: string;
  /** Those that are copied: what is generated is made anew, and a transaction's number means nothing in another cluster. */
  columns: string[];
  /** The primary key as ORDER BY wants it, alike on every server; null without one. */
  order: string | null;
  /** Tables that its foreign keys lead to, besides itself. */
  needs: string[];
}

/** The tables of the schema `public`, by name; those of extensions are not ours. */
export async function describeTables(client: pg.Client): Promise<Described[]> {
  const { rows } = await client.query<Described>(`
    select c.relname::text as "name",
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype order by a.attnum) as "columns",
      (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
         from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as "order",
      array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
             where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "needs"
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname collate "C"`);
  return rows;
}

/**
 * Tables so that each comes after those that its foreign keys lead to: the order in which they can be filled.
 * @throws RangeError when foreign keys go round in a circle
 */
export function inFillingOrder<T extends Pick<Described, "name" | "needs">>(tables: readonly T[]): T[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: T[] = [];
  while (left.size > 0) {
    const next = [...left.values()].filter((table) => !table.needs.some((name) => left.has(name)));
    if (next.length === 0) throw new RangeError(`foreign keys go round: ${[...left.keys()].join(", ")}`);
    for (const table of next) left.delete(table.name);
    ordered.push(...next);
  }
  return ordered;
}
