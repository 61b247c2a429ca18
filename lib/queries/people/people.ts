import "server-only";
import { cache } from "react";
import type { Scope } from "../../auth/scope";
import type { PeopleFilters, Person, PersonChoice } from "../../contracts/people";
import { Prisma } from "../../db/generated/client";
import { reader } from "../../db/transaction";
import { AppError } from "../../domain/errors";
import { patternOf } from "../../domain/text";
import { pageOf, readCursor } from "../cursor";

/** How many people a page has when nobody says. */
const PAGE = 50;
/** How many of them a choice of people offers at once. */
export const CHOICE = 1000;

type Row = Person & { sortValue: string };

/** Names in the order of a list for people, in a way that every Postgres knows: capitals and accents beside the plain ones. */
const SORTED_BY = Prisma.sql`regexp_replace(lower(normalize(p."name", NFKD)), '[\\u0300-\\u036f]', '', 'g') COLLATE "C"`;
const COLUMNS = Prisma.sql`p."id", p."name", p."email", p."admin", p."executive", p."disabledAt" IS NOT NULL AS "disabled",
  p."example", p."version", coalesce((
    SELECT jsonb_agg(jsonb_build_object('team', t."slug", 'role', m."role") ORDER BY t."slug")
    FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
    WHERE m."personId" = p."id" AND t."deletedAt" IS NULL), '[]') AS "teams"`;

/**
 * People by name, filtered, a page by key: owners, members and signers are chosen from them. One statement.
 * @throws AppError invalid_input for a cursor that is none
 */
export async function loadPeople(
  _scope: Scope<"person:list">,
  filters: PeopleFilters = {},
): Promise<{ items: Person[]; nextCursor: string | null }> {
  const limit = filters.limit ?? PAGE;
  const rows = await reader().$queryRaw<Row[]>`
    SELECT ${COLUMNS}, ${SORTED_BY} AS "sortValue" FROM "Person" p WHERE ${conditions(filters)}
    ORDER BY ${SORTED_BY}, p."id" LIMIT ${limit + 1}`;
  const { page, nextCursor } = pageOf(rows, limit, ({ sortValue, id }) => ({ value: sortValue, id }));
  return { items: page.map(({ sortValue: _, ...person }) => person), nextCursor };
}

function conditions({ q, team, rights, state, cursor }: PeopleFilters): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  if (q) {
    const like = patternOf(q);
    all.push(Prisma.sql`(p."name" ILIKE ${like} OR p."email" ILIKE ${like})`);
  }
  if (team?.length) {
    all.push(Prisma.sql`EXISTS (SELECT 1 FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
      WHERE m."personId" = p."id" AND t."deletedAt" IS NULL AND t."slug" = ANY(${team}::text[]))`);
  }
  if (rights) all.push(rights === "admin" ? Prisma.sql`p."admin"` : Prisma.sql`p."executive"`);
  if (state) {
    all.push(
      state === "enabled" ? Prisma.sql`p."disabledAt" IS NULL` : Prisma.sql`p."disabledAt" IS NOT NULL`,
    );
  }
  if (cursor) {
    const { value, id } = readCursor(cursor);
    all.push(Prisma.sql`(${SORTED_BY}, p."id") > (${value} COLLATE "C", ${id}::uuid)`);
  }
  return Prisma.join(all, " AND ");
}

/**
 * Whom owners and members are chosen from: everybody who can sign in, by name. An address is read only where two have
 * the same name. One statement, once a page.
 */
export const loadPeopleChoice = (scope: Scope<"person:list">): Promise<PersonChoice[]> =>
  choice(scope.viewer.person.id);

const choice = cache(
  (me: string): Promise<PersonChoice[]> => reader().$queryRaw`
    SELECT p."id", p."name", CASE WHEN count(*) OVER (PARTITION BY p."name") > 1 THEN p."email" END AS "email",
      p."id" = ${me}::uuid AS "me", coalesce((
        SELECT jsonb_agg(t."slug" ORDER BY t."slug")
        FROM "Membership" m JOIN "Team" t ON t."id" = m."teamId"
        WHERE m."personId" = p."id" AND t."deletedAt" IS NULL), '[]') AS "teams"
    FROM "Person" p WHERE p."disabledAt" IS NULL ORDER BY ${SORTED_BY}, p."id" LIMIT ${CHOICE}`,
);

/** One person. */
export const loadPerson = (scope: Scope<"person:read">): Promise<Person> => readPerson(scope.resource.id);

/** A person by id. @throws AppError not_found */
export async function readPerson(id: string): Promise<Person> {
  const [person] = await reader().$queryRaw<Person[]>`
    SELECT ${COLUMNS} FROM "Person" p WHERE p."id" = ${id}::uuid`;
  if (!person) throw new AppError("not_found", { message: "There is no such person." });
  return person;
}
