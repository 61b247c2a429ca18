/**
 * `node scripts/lockfile.mjs`: put into package-lock.json the optional packages that npm left out of it.
 *
 * Packages with native code name one optional package per platform. A registry mirror that holds only some platforms makes npm leave
 * the others out of the lock file, and `npm ci` then refuses the lock file everywhere. What is missing can be told without a
 * registry: the version is the one that the parent pins, the platform stands in the name. (An integrity cannot be told; the next
 * `npm install` with a full registry writes it.) A test fails when the lock file lacks any.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const CPU = ["arm64", "x64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32"];

/**
 * The optional packages that others name and the lock file lacks.
 * @param {Record<string, any>} packages of a package-lock.json (version 3)
 * @returns {Record<string, object>} entries to add, by path
 */
export function missingOptional(packages) {
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isThere(packages, path, name)) continue;
      if (!/^\d/.test(version)) throw new Error(`${path} wants ${name}@${version}, which pins no version`);
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(entry.dev && { dev: true }),
        optional: true,
      };
    }
  }
  return missing;
}

/** Node looks in the package's own node_modules, then in those above it; so does this. */
function isThere(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf("node_modules/") - 1))) {
    if (packages[`${base ? `${base}/` : ""}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

/** What npm needs to know so that it leaves the package alone on other platforms. */
function platformOf(name) {
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  const os = OS.find((word) => words.includes(word));
  const cpu = CPU.find((word) => words.includes(word));
  const libc =
    os !== "linux"
      ? undefined
      : words.includes("musl")
        ? "musl"
        : words.includes("gnu")
          ? "glibc"
          : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const added = missingOptional(lock.packages);
  const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${Object.keys(added).length} added`);
}
