import { slugOf } from "../domain/text";
import { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

/** Words that are pages of their own beside `/services/:service` and `/teams/:team`. */
const RESERVED = ["new"];

type Kind = "service" | "team";
const rootOf = (slug: string) => slug.replace(/(?:-\d+)+$/, "");

/**
 * A short name that is not taken, made from a name: `checkout`, then `checkout-2`. Those of deleted rows stay taken.
 * Creations of one name wait for each other, so that two cannot get the same; `checkout-2` counts as `checkout`.
 */
export async function freeSlug(tx: Tx, kind: Kind, name: string): Promise<string> {
  const base = slugOf(name, kind);
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock_shared(hashtext(${`plumbline.slug.${kind}`})),
      pg_advisory_xact_lock(hashtext(${`plumbline.slug.${kind}.${rootOf(base)}`}))`;
  const rows =
    kind === "team"
      ? await tx.team.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
      : await tx.service.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return next(base, new Set(rows.map((row) => row.slug)));
}

/** Something new that gets a short name: one that is wished for where that is one and is free, else one made from its name. */
export interface Named {
  name: string;
  slug?: string | null;
}

/** As a short name is written, by the checks of the database. */
const SLUG = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Short names that are not taken, for many things at once, in their order: wishes come before what is made from names. All
 * other creations of this kind wait until the transaction ends.
 */
export async function freeSlugs(tx: Tx, kind: Kind, things: readonly Named[]): Promise<string[]> {
  if (things.length === 0) return [];
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`plumbline.slug.${kind}`}))`;
  const wished = things.map(({ slug }) => (slug && SLUG.test(slug) ? slug : null));
  const bases = things.map(({ name }, at) => wished[at] ?? slugOf(name, kind));
  const roots = [...new Set(bases.map(rootOf))];
  const table = Prisma.raw(kind === "team" ? '"Team"' : '"Service"');
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM ${table} WHERE regexp_replace("slug", '(-[0-9]+)+$', '') = ANY(${roots}::text[])`;
  const taken = new Set(rows.map((row) => row.slug));
  const slugs = new Map<number, string>();
  const inTurn = [...bases.entries()].sort(
    ([a], [b]) => Number(wished[a] === null) - Number(wished[b] === null),
  );
  for (const [at, base] of inTurn) {
    const slug = next(base, taken);
    taken.add(slug);
    slugs.set(at, slug);
  }
  return bases.map((base, at) => slugs.get(at) ?? base);
}

function next(base: string, taken: ReadonlySet<string>): string {
  const free = (slug: string) => !taken.has(slug) && !RESERVED.includes(slug);
  if (free(base)) return base;
  let number = 2;
  while (!free(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
