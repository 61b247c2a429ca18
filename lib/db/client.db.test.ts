import { expect, it } from "vitest";
import { pool } from "./client";

it("every connection gives up statements on the server's side too", async () => {
  const asked = Array.from({ length: 5 }, () =>
    pool().query<{ statement_timeout: string }>("SHOW statement_timeout"),
  );
  const answers = await Promise.all(asked);
  expect(answers.map(({ rows }) => rows[0]?.statement_timeout)).toEqual(Array(5).fill("4s"));
});

it("a statement that takes too long is cut off as query_canceled", async () => {
  await expect(pool().query("SELECT pg_sleep(30)")).rejects.toMatchObject({ code: "57014" });
});
