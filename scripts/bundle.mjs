/**
 * `node scripts/bundle.mjs FOLDER`: our commands as the container has them, each one file, in a folder that needs no packages
 * beside it. The Dockerfile runs it.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { PROGRAMS } from "./start/program.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [folder] = process.argv.slice(2).map((path) => resolve(path));
if (!folder) throw new Error("Say where to: node scripts/bundle.mjs FOLDER");

/** What cannot be in one file with the rest: a native library. */
const APART = ["@node-rs/argon2"];

await build({
  absWorkingDir: root,
  entryPoints: Object.entries(PROGRAMS).map(([name, path]) => ({ in: join(root, path), out: name })),
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  conditions: ["react-server"],
  external: [...APART, "pg-native"],
  legalComments: "none",
  logLevel: "warning",
  // Packages in the older format ask for built-ins by require.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
});

for (const name of APART) copyPackage(name);

/** Copy a package and what it needs, as far as that is installed: of a native library only the build for this system is. */
function copyPackage(name) {
  const from = join(root, "node_modules", name);
  if (!existsSync(from)) return;
  cpSync(from, join(folder, "node_modules", name), { recursive: true });
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
    readFileSync(join(from, "package.json"), "utf8"),
  );
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) copyPackage(needed);
}

console.log(`${readdirSync(folder).filter((name) => name.endsWith(".mjs")).length} commands in ${folder}`);
