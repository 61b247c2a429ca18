import { expect, it } from "vitest";
import { db } from "../../db/client";
import { loadHistory } from "../../queries/history/history";
import { text } from "../../testing/awkward-portfolio";
import { aService, scopeOf } from "../../testing/factories";
import { send, signedIn, tokenOf } from "../../testing/http";

const QUESTION = "simultaneous-edits-kept";

it("an answer that a token wrote says so, with the token's name, also when the token is gone (H1)", async () => {
  const made = await aService();
  const { id, headers } = await tokenOf(made.member.person.id, ["read", "answer"]);
  const params = { service: made.slug, question: QUESTION };
  const body = { verdict: "no", expectedVersion: 0 };
  const saved = await send("saveAnswer", { params, headers, body });
  expect(saved).toMatchObject({
    status: 200,
    body: {
      source: "token",
      origin: { token: "a script", importedBy: null },
      savedBy: { id: made.member.person.id },
    },
  });
  await send("confirmAnswer", { params, headers, body: { expectedVersion: 1 } });
  await db().apiToken.delete({ where: { id } });
  const read = scopeOf(made.member, "service:read", made.resource);
  const { entries } = await loadHistory(read, {}, new Date());
  expect(entries.map(({ kind, source, origin }) => [kind, source, origin?.token])).toEqual([
    ["confirm", "token", "a script"],
    ["save", "token", "a script"],
  ]);
  const far = new Date(Date.now() + 60_000);
  const rows = async (what: string) => JSON.parse(await text(what, "json", {}, far)).items;
  const answer = (await rows("answers")).find((row: { question: string }) => row.question === QUESTION);
  expect(answer).toMatchObject({ source: "token", origin: { token: "a script", claimedBy: null } });
  expect(await rows("history")).toMatchObject([{ origin: { token: "a script" } }, { source: "token" }]);
  expect(await text("answers", "csv", {}, far)).toMatch(/,token,a script,/);
  const as = await signedIn(made.member);
  const again = await send("saveAnswer", { params, as, body: { verdict: "no", expectedVersion: 2 } });
  expect(again.body).toMatchObject({ source: "person", origin: null });
});
