import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** What `next build` makes its output from. The generated client follows from the schema, migrations are not compiled. */
const FOLDERS = ["app", "components", "lib", "prisma", "public"];
const LEFT_OUT = [
  /^lib\/db\/generated\//,
  /^lib\/testing\//,
  /^prisma\/migrations\//,
  /\.test\.tsx?$/,
  /(^|\/)\./,
];
const ROOT_FILES = /\.(ts|mts|mjs|cjs|js|json)$/;
const ROOT_LEFT_OUT = /^(biome|vitest|playwright|prisma\.config|next-env)|tsbuildinfo/;

/**
 * Paths, from the root, of the files that decide what a build contains; sorted, with `/` on every system.
 * Needs no git: an unpacked archive is as good as a clone.
 * @param {string} root
 * @returns {Promise<string[]>}
 */
export async function sourceFiles(root) {
  const top = await readdir(root, { withFileTypes: true });
  const files = top.filter(
    (entry) => entry.isFile() && ROOT_FILES.test(entry.name) && !ROOT_LEFT_OUT.test(entry.name),
  );
  const paths = files.map((entry) => entry.name);
  for (const folder of FOLDERS) {
    const found = await readdir(join(root, folder), { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of found) {
      if (entry.isFile())
        paths.push(
          relative(root, join(entry.parentPath ?? entry.path, entry.name))
            .split(sep)
            .join("/"),
        );
    }
  }
  return paths.filter((path) => !LEFT_OUT.some((pattern) => pattern.test(path))).sort();
}

/**
 * One hash over names and contents, so that a renamed file counts as a change.
 * @param {string} root
 * @param {readonly string[]} paths from the root
 * @param {readonly string[]} [others] whatever else the result depends on
 * @returns {Promise<string>} 64 hex digits
 */
export async function fingerprint(root, paths, others = []) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  for (const other of others) hash.update(`\0${other}`);
  return hash.digest("hex");
}
