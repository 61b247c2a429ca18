import { realpath } from "node:fs/promises";

/**
 * What listens on a port of this machine, found out by asking it in SQL; process ids and lock files can be stale.
 * - `ours`: the server of this cluster, ready
 * - `busy`: starting up, recovering or shutting down
 * - `full`: a server that has no connection left for us
 * - `foreign`: another Postgres
 * - `none`: nothing, or nothing that speaks to us
 * @typedef {"ours" | "busy" | "full" | "foreign" | "none"} Found
 */

/**
 * @param {string} url with user and password
 * @param {string} cluster folder that the server has to be serving
 * @returns {Promise<Found>}
 */
export async function probe(url, cluster) {
  const client = await connect(url);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    const [served, wanted] = await Promise.all(
      [rows[0].folder, cluster].map((path) => realpath(path).catch(() => path)),
    );
    return served === wanted ? "ours" : "foreign";
  } catch (error) {
    if (error.code === "57P03") return "busy";
    if (error.code === "53300") return "full";
    if (/^(28|3D)/.test(error.code ?? "")) return "foreign";
    return "none";
  } finally {
    client.end().catch(() => {});
  }
}

/**
 * Why a Postgres does not let us in, where waiting will not mend it: no such user, password or database.
 * @param {string} url
 * @returns {Promise<string | null>} in its words; null: it does, or it does not answer (yet)
 */
export async function refusalOf(url) {
  const client = await connect(url);
  try {
    await client.connect();
    return null;
  } catch (error) {
    return /^(28|3D|42501)/.test(error.code ?? "") ? error.message : null;
  } finally {
    client.end().catch(() => {});
  }
}

/**
 * A client that is not connected yet, with bounds on how long it waits. The package is loaded here because it is not
 * installed yet when `npm start` begins.
 * @param {string} url
 * @param {{ connectMs?: number, queryMs?: number }} [options]
 */
export async function connect(url, { connectMs = 2_000, queryMs = 5_000 } = {}) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    keepAlive: true,
    application_name: "plumbline-start",
  });
  client.on("error", () => {}); // a lost connection also ends the query that waits for it
  return client;
}
