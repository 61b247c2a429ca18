/** A situation that the reader can do something about: printed as its message, without a stack. */
export class Problem extends Error {}

/** Somebody asked us to stop (Ctrl-C, SIGTERM) while work was going on. */
export class Stopped extends Error {
  constructor() {
    super("stopped");
  }
}

/** One calm line about what happens now. */
export function say(line) {
  console.log(`plumbline: ${line}`);
}

/** What the system means by its refusals, and what to do about each. */
const REFUSALS = {
  ENOSPC: ["the disk is full", "Make room on that disk"],
  EDQUOT: ["this user's share of the disk is used up", "Make room, or have the quota raised"],
  EROFS: ["it is on a file system that can only be read", "Mount it writable, or choose another place"],
  EACCES: ["this user may not write there", "Let this user write there, or start as the user who may"],
  EPERM: ["this user may not write there", "Let this user write there, or start as the user who may"],
  EEXIST: ["it is a file, not a folder", "Choose another place"],
  ENOTDIR: ["a part of that path is a file", "Choose another place"],
  ENOENT: ["there is no such folder, and none can be made", "Choose another place"],
  EIO: ["the disk reports an error", "Have the disk looked at"],
};

/** What is refused in the same words, but not by a file system. */
const OTHER_CALLS = /^(spawn|kill|connect|listen|bind)/;

/**
 * What a refusal of the file system means for the reader.
 * @param {unknown} error
 * @param {{ path?: string, kept?: string, advice?: string }} [options] `path`: what was to be written, where the error does not name
 *   it; `kept`: what is as it was; `advice`: what else would help, as a sentence
 * @returns {Problem | null} null: it is something else
 */
export function fileProblem(error, { path, kept = "What was there is kept.", advice = "" } = {}) {
  const known = REFUSALS[error?.code];
  // A file of ours that is missing is another matter, too.
  if (!known || (error.code === "ENOENT" && !path) || OTHER_CALLS.test(error.syscall)) return null;
  const [meaning, remedy] = known;
  const where = path ?? error.dest ?? error.path ?? "A file";
  return new Problem(
    `${where} cannot be used: ${meaning} (${error.code}).\n${kept} ${remedy}, then start again.${advice && ` ${advice}`}`,
    { cause: error },
  );
}

/** Print why we cannot go on; a stack only for what we did not foresee. */
export function explain(error) {
  if (error instanceof Stopped) return;
  const problem = error instanceof Problem ? error : fileProblem(error);
  const text = problem?.message ?? error?.stack ?? String(error);
  console.error(`\n${text}\n`);
}

/**
 * End this process with what became of its work: 0, or 1 and why.
 * @param {Promise<unknown>} work
 * @param {(error: any) => string | null | undefined} [tell] what to say of an error that was foreseen, instead of its stack
 */
export function endWith(work, tell = () => null) {
  work.then(
    () => process.exit(0),
    (error) => {
      console.error(`\n${tell(error) ?? error?.stack ?? error}\n`);
      process.exit(1);
    },
  );
}
