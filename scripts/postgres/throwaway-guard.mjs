/**
 * Beside each throwaway Postgres, in a session of its own: when the process that made it is gone, even by `kill -9`, what our
 * standard input tells us by ending, ends the server and removes its folder (first argument).
 */
import { rm } from "node:fs/promises";
import { clusterFolder } from "./layout.mjs";
import { stopServer } from "./stop.mjs";

const [, , folder] = process.argv;
process.stdin.resume();
process.stdin.once("close", async () => {
  await stopServer(clusterFolder(folder), null);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});
