import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Problem, say } from "../start/output.mjs";
import { run } from "../start/processes.mjs";

/** Where the systems that have a Chromium or Chrome package put it. The one without windows takes a third less time. */
const USUAL = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the tests: as the environment says, else the system's, else Playwright's own, else (root on Debian) installed now.
 * @param {string} root of the source
 * @param {AbortSignal} signal
 * @returns {Promise<string>} path of the program
 * @throws {Problem} that says what to install
 */
export async function findBrowser(root, signal) {
  for (const name of ["PLAYWRIGHT_CHROMIUM_PATH", "CHROMIUM_PATH", "CHROME_PATH"]) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Problem(
      `${name} is ${path}, and there is no such file. Correct it, or unset it to have a browser looked for.`,
    );
  }
  const usual = USUAL.find((path) => existsSync(path));
  if (usual) return usual;
  const own = createRequire(join(root, "package.json"))("@playwright/test").chromium.executablePath();
  if (own && existsSync(own)) return own;
  if (process.getuid?.() === 0 && has("apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("Reading the package lists", ["apt-get", "update", "-q"], { env, signal, quiet: true });
    const name = packageIsKnown("chromium-headless-shell") ? "chromium-headless-shell" : "chromium";
    say(`installing Chromium for the browser tests (package ${name}) …`);
    await run("Installing Chromium", ["apt-get", "install", "-y", "-q", "--no-install-recommends", name], {
      env,
      signal,
      quiet: true,
    });
    if (existsSync(`/usr/bin/${name}`)) return `/usr/bin/${name}`;
  }
  throw new Problem(
    "The browser tests need Chromium, and there is none.\n" +
      "Install it (Debian, Ubuntu: apt install chromium; elsewhere: npx playwright install chromium), " +
      "or set PLAYWRIGHT_CHROMIUM_PATH to a Chrome or Chromium that you have. Then run npm test again.",
  );
}

function packageIsKnown(name) {
  return spawnSync("apt-cache", ["show", name], { stdio: "ignore" }).status === 0;
}

function has(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
}
