import { isAbsolute } from "node:path";

/**
 * What Plumbline reads from the environment, and what each value has to be. The start looks at it before it installs anything, the
 * server when it begins: hence built-ins only, and no TypeScript.
 *
 * @typedef {object} Settings
 * @property {string} DATABASE_URL
 * @property {string | undefined} DATABASE_DIRECT_URL past a pooler
 * @property {number} DATABASE_POOL_SIZE connections
 * @property {"own" | "shared"} DATABASE_SESSIONS
 * @property {number} PORT
 * @property {string | undefined} PLUMBLINE_BACKUP_DIR where a backup a day is written; none without it
 * @property {string | undefined} PLUMBLINE_URL an origin: no path, no slash at the end
 * @property {string} NEXTAUTH_SECRET
 * @property {string | undefined} PLUMBLINE_ADMIN_EMAIL
 * @property {string | undefined} PLUMBLINE_ADMIN_PASSWORD
 * @property {number} SESSION_HOURS
 * @property {number} SESSION_IDLE_MINUTES
 * @property {number} TRUSTED_PROXY_HOPS
 * @property {number} DRAIN_SECONDS
 * @property {string | undefined} METRICS_TOKEN
 * @property {"debug" | "info" | "warn" | "error" | "silent"} LOG_LEVEL
 */

/**
 * @typedef {object} Rule
 * @property {string} expected as in "expected …"
 * @property {(text: string) => unknown} read undefined: the text is not that
 * @property {unknown} [fallback] when it is not set
 * @property {boolean} [required]
 * @property {boolean} [secret] what was given is not repeated
 */

/** @returns {Rule} */
const whole = (low, high, fallback) => ({
  expected: `a whole number from ${low} to ${high}`,
  read: (text) => {
    const value = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : -1;
    return value >= low && value <= high ? value : undefined;
  },
  fallback,
});

/** @returns {Rule} */
const oneOf = (words, fallback) => ({
  expected: words.join(", ").replace(/, (\w+)$/, " or $1"),
  read: (text) => (words.includes(text) ? text : undefined),
  fallback,
});

/** @returns {Rule} */
const secret = (low, high, advice = "") => ({
  expected: `${Number.isFinite(high) ? `${low} to ${high}` : `at least ${low}`} characters${advice}`,
  read: (text) => ([...text].length >= low && [...text].length <= high ? text : undefined),
  secret: true,
});

/** @type {Rule} */
const postgresUrl = {
  expected: "an address such as postgresql://user:password@host:5432/name, its special characters as %XX",
  read: (text) => {
    try {
      const { protocol, username, password, pathname } = new URL(text);
      for (const part of [username, password, pathname]) decodeURIComponent(part);
      return /^postgres(ql)?:$/.test(protocol) && /^\w+:\/\//.test(text) ? text : undefined;
    } catch {
      return undefined;
    }
  },
  secret: true,
};

/** @type {Rule} */
const origin = {
  expected: "the address people use, without a path: https://plumbline.example.com",
  read: (text) =>
    /^https?:\/\/[^/\s]+\/?$/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined,
};

/** @type {Rule} */
const folder = {
  expected: "the path of a folder, from the root on",
  read: (text) => (isAbsolute(text) ? text : undefined),
};

/** @type {Rule} */
const email = {
  expected: "an e-mail address",
  read: (text) => (/^[^\s@]+@[^\s@]+$/.test(text) ? text : undefined),
};

/** @type {Record<keyof Settings, Rule>} */
const RULES = {
  DATABASE_URL: { ...postgresUrl, required: true },
  DATABASE_DIRECT_URL: postgresUrl,
  DATABASE_POOL_SIZE: whole(2, 200, 12),
  DATABASE_SESSIONS: oneOf(["own", "shared"], "shared"),
  PORT: whole(1, 65_535, 3000),
  PLUMBLINE_BACKUP_DIR: folder,
  PLUMBLINE_URL: origin,
  NEXTAUTH_SECRET: {
    ...secret(32, Number.POSITIVE_INFINITY, ", for example from: openssl rand -base64 32"),
    required: true,
  },
  PLUMBLINE_ADMIN_EMAIL: email,
  PLUMBLINE_ADMIN_PASSWORD: secret(12, 128),
  SESSION_HOURS: whole(1, 24 * 90, 12),
  SESSION_IDLE_MINUTES: whole(1, 60 * 24 * 90, 60),
  TRUSTED_PROXY_HOPS: whole(0, 10, 0),
  DRAIN_SECONDS: whole(1, 600, 20),
  METRICS_TOKEN: secret(16, Number.POSITIVE_INFINITY),
  LOG_LEVEL: oneOf(["debug", "info", "warn", "error", "silent"], "info"),
};

/** What is set together or not at all. */
const PAIRS = [["PLUMBLINE_ADMIN_EMAIL", "PLUMBLINE_ADMIN_PASSWORD"]];

/**
 * Reads the settings; empty values count as not set.
 * @param {Readonly<Record<string, string | undefined>>} source
 * @param {{ later?: readonly (keyof Settings)[] }} [options] `later`: not missed yet, the start makes them itself
 * @returns {Settings}
 * @throws {Error} that names every one that is wrong, and what was expected; never a secret
 */
export function readSettings(source, { later = [] } = {}) {
  const settings = {};
  const wrong = [];
  for (const [name, { expected, read, fallback, required, secret }] of Object.entries(RULES)) {
    const text = source[name] || undefined;
    settings[name] = text === undefined ? fallback : read(text);
    if (text === undefined && required && !later.includes(name)) {
      wrong.push(`${name}: expected to be set: ${expected}`);
    } else if (text !== undefined && settings[name] === undefined) {
      wrong.push(`${name}: expected ${expected}${secret ? "" : `, not "${text}"`}`);
    }
  }
  for (const [one, other] of [...PAIRS, ...PAIRS.map((pair) => pair.toReversed())]) {
    if (source[one] && !source[other]) wrong.push(`${other}: expected to be set beside ${one}`);
  }
  if (wrong.length === 0) return settings;
  throw new Error(`The configuration is not right (see .env.example):\n  ${wrong.join("\n  ")}`);
}
