import { createHash } from "node:crypto";

/** How many statements a connection keeps prepared at most. */
const MOST = 200;
/** A statement that comes this often is worth preparing; one that filters made up comes once. */
const OFTEN = 8;

/**
 * Names for statements that come again and again, so that Postgres parses and plans them once a connection. The same
 * name for the same text in every process; none for a statement that is rare, and none once there are many.
 * @returns undefined for a statement that is not to be prepared
 */
export function statementNames(): (query: { sql: string }) => string {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  const nameOf = ({ sql }: { sql: string }): string | undefined => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    seen.delete(sql);
    if (times < OFTEN) {
      seen.set(sql, times);
      for (const rare of seen.keys()) if (seen.size > 5 * MOST) seen.delete(rare);
      return undefined;
    }
    const name = createHash("sha256").update(sql).digest("base64url").slice(0, 32);
    names.set(sql, name);
    return name;
  };
  // The adapter's type asks for a name, the driver below it for one or none.
  return nameOf as (query: { sql: string }) => string;
}
