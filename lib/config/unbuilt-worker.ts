import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * The thread of a file as it was written: scripts and tests have no build, and Node 20 reads no types.
 * @param file beside the module whose `import.meta.url` is given
 */
export function unbuiltWorker(file: string, beside: string, options: WorkerOptions = {}): Worker {
  const address = JSON.stringify(beside.replace(/[^/]*$/, file));
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${address}); });`;
  return new Worker(code, { ...options, eval: true, execArgv: ["--conditions=react-server"] });
}
