import { z } from "zod";
import { once } from "./once";

const whole = (low: number, high: number, fallback: number) =>
  z.coerce
    .number({ error: `a whole number from ${low} to ${high}` })
    .int({ error: `a whole number from ${low} to ${high}` })
    .min(low, { error: `at least ${low}` })
    .max(high, { error: `at most ${high}` })
    .default(fallback);
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: "an address such as postgresql://user:password@host:5432/name" });

const schema = z.object({
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: whole(2, 200, 12),
  DATABASE_SESSIONS: z.enum(["own", "shared"], { error: "own or shared" }).default("shared"),
  PORT: whole(1, 65535, 3000),
  PLUMBLINE_URL: z
    .string()
    .regex(/^https?:\/\/[^/\s]+\/?$/, {
      error: "the address people use, without a path: https://plumbline.example.com",
    })
    .transform((url) => new URL(url).origin)
    .optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, { error: "at least 32 characters, for example from: openssl rand -base64 32" }),
  PLUMBLINE_ADMIN_EMAIL: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/, { error: "an e-mail address" })
    .optional(),
  PLUMBLINE_ADMIN_PASSWORD: z.string().optional(),
  SESSION_HOURS: whole(1, 24 * 90, 12),
  SESSION_IDLE_MINUTES: whole(1, 60 * 24 * 90, 60),
  TRUSTED_PROXY_HOPS: whole(0, 10, 0),
  METRICS_TOKEN: z.string().min(16, { error: "at least 16 characters" }).optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "debug, info, warn, error or silent" })
    .default("info"),
});
export type Env = z.output<typeof schema>;

/**
 * Reads the configuration; empty values count as not set.
 * @throws Error that names every variable that is wrong, and what was expected
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return `  ${name}: expected ${set[name] === undefined ? `to be set: ${issue.message}` : issue.message}`;
  });
  throw new Error(`The configuration is not right (see .env.example):\n${lines.join("\n")}`);
}

/** The configuration of this process, read once. */
export const env = (): Env => once("env", () => parseEnv(process.env));

/** Whether people reach Plumbline by https: then cookies are Secure and HSTS is sent. */
export const isHttps = (): boolean => env().PLUMBLINE_URL?.startsWith("https:") ?? false;
