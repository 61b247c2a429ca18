import { describe, expect, it } from "vitest";
import { TEXT_LIMITS } from "../domain/text";
import { readSettings } from "./settings.mjs";

const SECRET = "s".repeat(32);
const least = { DATABASE_URL: "postgresql://ana:pw@db/plumbline", NEXTAUTH_SECRET: SECRET };
const read = (more: Record<string, string>) => () => readSettings({ ...least, ...more });

describe("the settings", () => {
  it("have a default where nothing is set, and where what is set is empty", () => {
    const settings = readSettings({ ...least, PORT: "", LOG_LEVEL: "" });
    expect(settings).toMatchObject({
      ...least,
      PORT: 3000,
      DATABASE_POOL_SIZE: 12,
      DATABASE_SESSIONS: "shared",
      LOG_LEVEL: "info",
      TRUSTED_PROXY_HOPS: 0,
    });
    expect(settings.METRICS_TOKEN).toBeUndefined();
  });

  it.each([
    ["PORT", " 8080 ", 8080],
    ["PORT", "65535", 65_535],
    ["PLUMBLINE_URL", "https://plumbline.example.com/", "https://plumbline.example.com"],
    [
      "DATABASE_URL",
      "postgres://a:%40b@[::1]:5432/c?sslmode=require",
      "postgres://a:%40b@[::1]:5432/c?sslmode=require",
    ],
    [
      "DATABASE_URL",
      "postgresql:///plumbline?host=/var/run/postgresql",
      "postgresql:///plumbline?host=/var/run/postgresql",
    ],
    ["LOG_LEVEL", "debug", "debug"],
    ["METRICS_TOKEN", "0123456789abcdef", "0123456789abcdef"],
  ])("%s reads %j", (name, text, value) => {
    expect(read({ [name]: text })()).toHaveProperty(name, value);
  });

  it.each([
    ...["0", "65536", "80a", "-1", "3.5", "0x50", "1e3", "٣"].map((text) => ["PORT", text]),
    ...[
      "mysql://a@b/c",
      "localhost:5432/plumbline",
      "postgresql://a:b@c:99999/d",
      "postgresql://a:%zz@b/c",
    ].map((text) => ["DATABASE_URL", text]),
    ["DATABASE_DIRECT_URL", "db.example.com"],
    ["DATABASE_POOL_SIZE", "1"],
    ["DATABASE_POOL_SIZE", "many"],
    ["DATABASE_SESSIONS", "mine"],
    ["PLUMBLINE_URL", "https://example.com/plumbline"],
    ["PLUMBLINE_URL", "plumbline.example.com"],
    ["NEXTAUTH_SECRET", "too short"],
    ["SESSION_HOURS", "0"],
    ["SESSION_IDLE_MINUTES", "soon"],
    ["TRUSTED_PROXY_HOPS", "11"],
    ["METRICS_TOKEN", "short"],
    ["LOG_LEVEL", "loud"],
  ])("%s refuses %j, by name and with what was expected", (name, text) => {
    expect(read({ [name]: text })).toThrow(new RegExp(`\\n  ${name}: expected [^\\n]+$`));
  });

  it("are all told of at once, and none repeats a secret", () => {
    const wrong = {
      DATABASE_URL: "mysql://root:hunter2@db/x",
      METRICS_TOKEN: "hunter2",
      NEXTAUTH_SECRET: "hunter2",
      LOG_LEVEL: "loud",
    };
    expect(read(wrong)).toThrow(
      /DATABASE_URL.*\n.*NEXTAUTH_SECRET.*\n.*METRICS_TOKEN.*\n.*LOG_LEVEL.*not "loud"/,
    );
    expect(read(wrong)).not.toThrow(/hunter2/);
  });

  it("want a first admin whole, with a password as people's", () => {
    expect(read({ PLUMBLINE_ADMIN_EMAIL: "ana@example.com" })).toThrow(
      /PLUMBLINE_ADMIN_PASSWORD: expected to be set beside PLUMBLINE_ADMIN_EMAIL/,
    );
    const admin = (length: number) =>
      read({ PLUMBLINE_ADMIN_EMAIL: "ana@example.com", PLUMBLINE_ADMIN_PASSWORD: "é".repeat(length) });
    const { min, max } = TEXT_LIMITS.password;
    for (const length of [min - 1, max + 1])
      expect(admin(length)).toThrow(`expected ${min} to ${max} characters`);
    for (const length of [min, max]) expect(admin(length)).not.toThrow();
  });

  it("miss what has no default, but for what the start makes itself", () => {
    expect(() => readSettings({})).toThrow(
      /DATABASE_URL: expected to be set.*\n.*NEXTAUTH_SECRET: expected to be set/,
    );
    expect(readSettings({}, { later: ["DATABASE_URL", "NEXTAUTH_SECRET"] }).DATABASE_URL).toBeUndefined();
  });
});
