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

/**
 * Short names that are not taken, for many names at once, in their order. All other creations of this kind wait until
 * the transaction ends.
 */
export async function freeSlugs(tx: Tx, kind: Kind, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`plumbline.slug.${kind}`}))`;
  const bases = names.map((name) => slugOf(name, kind));
  const roots = [...new Set(bases.map(rootOf))];
  const table = Prisma.raw(kind === "team" ? '"Team"' : '"Service"');
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT "slug" FROM ${table} WHERE regexp_replace("slug", '(-[0-9]+)+$', '') = ANY(${roots}::text[])`;
  const taken = new Set(rows.map((row) => row.slug));
  return bases.map((base) => {
    const slug = next(base, taken);
    taken.add(slug);
    return slug;
  });
}

function next(base: string, taken: ReadonlySet<string>): string {
  const free = (slug: string) => !taken.has(slug) && !RESERVED.includes(slug);
  if (free(base)) return base;
  let number = 2;
  while (!free(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
