import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { missingOptional } from "./lockfile.mjs";

describe("package-lock.json", () => {
  it("names every optional package, so that `npm ci` accepts it (else: node scripts/lockfile.mjs)", () => {
    const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
    expect(Object.keys(missingOptional(lock.packages))).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  });

  it("names no registry", () => {
    expect(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")).not.toMatch(/"resolved"/);
  });
});

describe("missingOptional", () => {
  it("tells version and platform of what is missing", () => {
    const parent = {
      dev: true,
      optionalDependencies: {
        "@x/core-darwin-arm64": "1.2.3",
        "@x/core-linux-x64-musl": "1.2.3",
        "@x/there": "1.2.3",
      },
    };
    const packages = {
      "node_modules/x": parent,
      "node_modules/x/node_modules/@x/there": { version: "1.2.3" },
    };
    expect(missingOptional(packages)).toEqual({
      "node_modules/@x/core-darwin-arm64": {
        version: "1.2.3",
        cpu: ["arm64"],
        os: ["darwin"],
        dev: true,
        optional: true,
      },
      "node_modules/@x/core-linux-x64-musl": {
        version: "1.2.3",
        cpu: ["x64"],
        libc: ["musl"],
        os: ["linux"],
        dev: true,
        optional: true,
      },
    });
  });

  it("does not guess a version that the parent does not pin", () => {
    expect(() => missingOptional({ "node_modules/x": { optionalDependencies: { y: "^1.0.0" } } })).toThrow(
      /pins no version/,
    );
  });
});
