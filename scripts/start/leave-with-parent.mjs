/**
 * Loaded into the web server (`node --import`): when the process that started it is gone, even by `kill -9`, the server ends too,
 * so that the port is free for the next start. File descriptor 3 is a pipe whose other end only the parent has.
 */
import { Socket } from "node:net";

const GRACE_MS = 3_000;

if (process.env.PLUMBLINE_PARENT === String(process.ppid)) {
  const parent = new Socket({ fd: 3, readable: true, writable: false });
  parent.on("error", () => {});
  parent.on("close", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE_MS).unref();
  });
  parent.resume();
  parent.unref();
}
delete process.env.PLUMBLINE_PARENT;
