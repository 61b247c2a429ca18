import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { addressOf } from "../lib/testing/routes";

/** Below the build's folder: what Next writes of each route (next/dist/build/route-bundle-stats.js). */
const STATS = "diagnostics/route-bundle-stats.json";

interface Row {
  /** `/services/[service]` */
  route: string;
  /** The scripts that a first load of the page fetches, as paths from the root of the source. */
  firstLoadChunkPaths: string[];
}

let rows: Row[] | undefined;
const gzipped = new Map<string, number>();

/** Bytes of a script as it is sent. A script is named by its content, and shared by many routes. */
function weigh(path: string): number {
  const known = gzipped.get(path) ?? gzipSync(readFileSync(path)).length;
  gzipped.set(path, known);
  return known;
}

/**
 * What the build says of a page's first load.
 * @param route as in `/services/:service`
 * @returns names of its scripts, and what they weigh together in KB (gzip)
 * @throws RangeError when the build knows no such page
 */
export function firstLoad(route: string): { scripts: string[]; kilobytes: number } {
  rows ??= JSON.parse(readFileSync(join(process.env.NEXT_DIST_DIR || ".next", STATS), "utf8")) as Row[];
  const row = rows.find((each) => addressOf(`${each.route.slice(1)}/page.tsx`) === route);
  if (!row || row.firstLoadChunkPaths.length === 0) throw new RangeError(`the build knows no page ${route}`);
  const bytes = row.firstLoadChunkPaths.reduce((sum, path) => sum + weigh(path), 0);
  return { scripts: row.firstLoadChunkPaths.map(nameOf), kilobytes: Math.round(bytes / 1024) };
}

/** Names of the scripts that a document asks for, its own tags and what it says to React. Polyfills for old browsers are left out. */
export function scriptsNamedBy(html: string): string[] {
  const modern = html.replace(/<script[^>]*\bnoModule\b[^>]*>/gi, "");
  return [...new Set([...modern.matchAll(/static\/chunks\/[\w.~-]+\.js/g)].map(([path]) => nameOf(path)))];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
