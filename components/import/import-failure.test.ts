import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/client/request";
import { ERROR_STATUS, type ErrorCode } from "@/lib/domain/errors";
import { importRow } from "@/lib/domain/import-rows";
import { importFailure } from "./import-failure";

const problem = (
  code: ErrorCode | "internal",
  more: { detail?: string; current?: unknown; errors?: { field: string; message: string }[] } = {},
) =>
  new ApiProblem({
    type: "about:blank",
    title: "Refused",
    status: code === "internal" ? 500 : ERROR_STATUS[code],
    code,
    detail: "In the server's words.",
    requestId: "r",
    ...more,
  });

describe("a failed preview or import, in words", () => {
  it.each<[string, unknown, string, RegExp]>([
    [
      "nobody is there",
      new TypeError("fetch failed"),
      "again",
      /cannot be reached.*is kept.*does not import it twice/,
    ],
    ["signed out", problem("not_signed_in"), "again", /signed out.*is kept.*Nothing was imported/],
    [
      "not an admin any more",
      problem("forbidden"),
      "stop",
      /only admins.*Nothing was imported.*Ask an admin/,
    ],
    ["the same is under way", problem("in_progress"), "again", /under way.*in a moment/],
    ["too large", problem("too_large"), "text", /1 MB/],
    ["a column is missing", problem("refused"), "stop", /In the server's words.*is kept/],
    [
      "broken",
      problem("internal"),
      "again",
      /In the server's words. Nothing was imported. What you put in is kept/,
    ],
    ["the database is away", problem("unavailable"), "again", /Nothing was imported/],
  ])("%s", (_, error, kind, message) => {
    const failure = importFailure(error, true);
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(message);
  });
  it("lets one sign in again without losing anything", () => {
    expect(importFailure(problem("not_signed_in"), false).signedOut).toBe(true);
  });
  it("says of a preview nothing about importing", () => {
    for (const error of [new TypeError(), problem("internal"), problem("forbidden")]) {
      expect(importFailure(error, false).message).not.toMatch(/imported|twice/);
    }
  });
  it("stands at the text when that cannot be read, without the name of the field", () => {
    const errors = [{ field: "csv", message: "A quote is opened and never closed." }];
    expect(importFailure(problem("invalid_input", { errors }), false)).toMatchObject({
      kind: "text",
      message: "A quote is opened and never closed.",
    });
  });
  it("repeats the server when something else is not right", () => {
    const errors = [
      { field: "csv", message: "a" },
      { field: "columns.name", message: "b" },
    ];
    expect(importFailure(problem("invalid_input", { errors }), false).message).toBe("In the server's words.");
  });
});

describe("a refusal because something changed meanwhile", () => {
  const rows = [importRow({ key: "2", line: 2, kind: "service", name: "Checkout", action: "error" })];
  it("brings the rows as they are now", () => {
    const failure = importFailure(problem("refused", { current: { rows } }), true);
    expect(failure).toMatchObject({ kind: "stop", rows });
    expect(failure.message).toContain("nothing was imported");
  });
  it.each([[null], [{}], [{ rows: [{ key: "2" }] }], [{ rows: "x" }]])(
    "is in the server's words for %j",
    (current) => {
      expect(importFailure(problem("refused", { current }), true).rows).toBeNull();
    },
  );
});
