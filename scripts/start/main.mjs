import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refusalOf } from "../postgres/probe.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { acquire } from "./lock.mjs";
import { explain, Problem, Stopped, say } from "./output.mjs";
import { alone, build, generate, install } from "./prepare.mjs";
import { end, exitOf, listenForStop } from "./processes.mjs";
import { ROOT, runProgram } from "./program.mjs";
import { ensurePortIsFree, spawnWeb, untilAnswering } from "./serve.mjs";
import { checkSettings, keptSecret, loadEnvFiles } from "./settings.mjs";

/** How much longer than DRAIN_SECONDS the web server has to end itself. */
const MARGIN_MS = 5_000;

/**
 * Everything between a fresh clone and a running Plumbline, each step skipped when it was done before.
 * @param {{ dev: boolean }} options
 * @returns {Promise<number>} the exit code: 0 when somebody asked us to stop, 1 when we could not go on
 */
export async function main({ dev }) {
  const { signal, onHurry } = listenForStop();
  const cleanups = [];
  try {
    say(
      `version ${JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version}, Node ${process.versions.node}`,
    );
    loadEnvFiles(ROOT);
    const { PORT: port, DATABASE_URL: url, DRAIN_SECONDS: drainSeconds } = checkSettings();
    const embedded = url === undefined;
    const dataDir = await openDataFolder(ROOT, { embedded });
    if (embedded) cleanups.push(await onlyOneOn(dataDir));
    await ensurePortIsFree(port, signal);

    await alone(ROOT, signal, async () => {
      await install(ROOT, signal);
      if (!embedded) await ensureLetIn();
      await generate(ROOT, signal);
      if (!dev) await build(ROOT, signal);
    });

    const env = { ...process.env, PORT: String(port), PLUMBLINE_DATA_DIR: dataDir };
    env.NEXTAUTH_SECRET ||= await keptSecret(join(dataDir, "nextauth-secret"));
    if (embedded) {
      const { start } = await import("../embedded-postgres.mjs");
      const postgres = await start({ dataDir, say });
      cleanups.push(postgres.stop);
      signal.throwIfAborted();
      say(
        `embedded Postgres ${postgres.adopted ? "was running already; going on with it" : "started"}, data in ${dataDir}`,
      );
      postgres.watch(say);
      env.DATABASE_URL = postgres.url;
      delete env.DATABASE_DIRECT_URL;
      env.DATABASE_SESSIONS = "own";
      env.PLUMBLINE_BACKUP_DIR ||= join(dataDir, "backups");
    }
    await runProgram("migrate", { title: "Migrating the database", env, signal });

    const web = spawnWeb({ dev, port, env });
    cleanups.push(() => end(web, { graceMs: 1_000 * drainSeconds + MARGIN_MS }));
    onHurry(() => web.kill("SIGKILL"));
    await untilAnswering(web, port, signal);
    const address = process.env.PLUMBLINE_URL || `http://localhost:${port}`;
    if (embedded) cleanups.push(await publish(dataDir, address));
    say(`ready at ${address} (Ctrl-C stops it)`);

    const stopped = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    const outcome = await Promise.race([exitOf(web), stopped]);
    signal.throwIfAborted();
    throw new Problem(
      `The web server ended by itself (${outcome.signal ?? `exit code ${outcome.code}`}). Your data is kept; start again.`,
    );
  } catch (error) {
    if (error instanceof Stopped || signal.aborted) say("stopping …");
    else explain(error);
    return signal.aborted ? 0 : 1;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup().catch(explain);
    if (signal.aborted) say("stopped.");
  }
}

/** Be the only Plumbline on this data. @returns {Promise<() => Promise<void>>} how to give that up */
async function onlyOneOn(dataDir) {
  const lock = await acquire(dataDir, "serve");
  if (lock) {
    await rm(addressFile(dataDir), { force: true }); // left by one that was killed
    return lock.release;
  }
  const address = await readFile(addressFile(dataDir), "utf8").catch(() => "");
  throw new Problem(
    `Plumbline is already ${address ? `running on this data: ${address.trim()}` : "starting on this data"} (${dataDir}).\n` +
      "Nothing was changed. Stop that one first, or set PLUMBLINE_DATA_DIR (and PORT) to run a second one beside it.",
  );
}

/** Stop before the long work where the Postgres of DATABASE_URL will not have us; one that is only just starting is waited for later. */
async function ensureLetIn() {
  for (const name of ["DATABASE_URL", "DATABASE_DIRECT_URL"]) {
    const refusal = process.env[name] ? await refusalOf(process.env[name]) : null;
    if (refusal) {
      throw new Problem(
        `The Postgres of ${name} refuses us: ${refusal}.\nNothing was changed. Put ${name} right, then start again.`,
      );
    }
  }
}

const addressFile = (dataDir) => join(dataDir, "running-at");

/** Leave a note of where we serve, for whoever starts a second one. @returns {Promise<() => Promise<void>>} how to remove it */
async function publish(dataDir, address) {
  await writeFile(addressFile(dataDir), `${address}\n`).catch(() => {}); // a full disk: only a convenience is missing
  return () => rm(addressFile(dataDir), { force: true });
}
