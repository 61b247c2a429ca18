import { slugOf } from "../domain/text";
import type { Tx } from "./transaction";

/** Words that are pages of their own beside `/services/:service` and `/teams/:team`. */
const RESERVED = ["new"];

/**
 * A short name that is not taken, made from a name: `checkout`, then `checkout-2`. Those of deleted rows stay taken.
 * Creations of one name wait for each other, so that two cannot get the same; `checkout-2` counts as `checkout`.
 */
export async function freeSlug(tx: Tx, kind: "service" | "team", name: string): Promise<string> {
  const base = slugOf(name, kind);
  const root = base.replace(/(?:-\d+)+$/, "");
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`plumbline.slug.${kind}.${root}`}))`;
  const rows =
    kind === "team"
      ? await tx.team.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } })
      : await tx.service.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const taken = new Set([...RESERVED, ...rows.map((row) => row.slug)]);
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
