import { describe, expect, it } from "vitest";
import { anybodyWith, blanks, renderHeaders, rightsRenderedFor } from "./shared-rendering";

const rights = { admin: true, executive: false, teams: { "team-1": "lead" as const } };

describe("a page drawn for everybody with some rights", () => {
  it("is asked for by this process alone: with its secret, and with rights but no person", () => {
    expect(rightsRenderedFor(new Headers(renderHeaders(rights)))).toEqual(rights);
    expect(anybodyWith(rights)).toMatchObject({ sessionId: null, anybody: true, person: { name: "" } });
  });

  it.each([
    ["nothing", ""],
    ["rights without a secret", `.${Buffer.from(JSON.stringify(rights)).toString("base64url")}`],
    ["another secret", `${"0".repeat(64)}.${Buffer.from(JSON.stringify(rights)).toString("base64url")}`],
    ["a secret that is too short", "abc.e30"],
  ])("is refused for %s", (_, sent) => {
    const [name = ""] = Object.keys(renderHeaders(rights));
    expect(rightsRenderedFor(new Headers({ [name]: sent }))).toBeNull();
  });

  it("has blanks that nobody's content can hold by accident", () => {
    expect(blanks().nonce).toMatch(/^nonce[0-9a-f]{32}$/);
    expect(blanks().me).toMatch(/^me[0-9a-f]{32}$/);
    expect(blanks()).toBe(blanks());
  });
});
