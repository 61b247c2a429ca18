import { closeSync, constants, openSync } from "node:fs";
import { mkdir, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

/**
 * Be the only process that does `purpose` on this folder. The operating system keeps the lock and lets go of it when the process
 * ends, however it ends; so there is no stale lock, and no process id to mistake for another's.
 * Linux: an abstract socket named after the folder's device and inode. Windows: a named pipe. macOS: a file opened with O_EXLOCK.
 * @param {string} folder is made when missing
 * @param {string} purpose a word
 * @returns {Promise<{ release: () => Promise<void> } | null>} null when another process has it
 */
export async function acquire(folder, purpose) {
  await mkdir(folder, { recursive: true });
  const { dev, ino } = await stat(folder);
  const name = `plumbline-${purpose}-${dev}-${ino}`;
  if (process.platform === "linux") return listen(`\0${name}`);
  if (process.platform === "win32") return listen(`\\\\.\\pipe\\${name}`);
  return lockFile(join(folder, `.${purpose}.lock`));
}

/** @param {string} path of a socket that exists only as long as somebody listens on it */
function listen(path) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => (error.code === "EADDRINUSE" ? resolve(null) : reject(error)));
    server.listen(path, () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

const O_EXLOCK = 0x20; // macOS and the BSDs; Node has no name for it

/** @param {string} path of the file to lock; it stays behind, empty and without meaning */
function lockFile(path) {
  try {
    const file = openSync(
      path,
      constants.O_CREAT | constants.O_RDWR | constants.O_NONBLOCK | O_EXLOCK,
      0o600,
    );
    return { release: async () => closeSync(file) };
  } catch (error) {
    if (error.code === "EAGAIN" || error.code === "EWOULDBLOCK") return null;
    throw error;
  }
}
