import { describe, expect, it } from "vitest";
import { aServiceAndAdmin, send } from "../testing/http";

const QUESTION = "simultaneous-edits-kept";
const FAMILY = "👩‍👩‍👧‍👦 \u202eسلام עברית\u202c e\u0301 ﷽ 𝒳 🏳️‍🌈 Z̷̢a\u200dl\u200cgo \ufeff\ufffe";
const FACTS = { name: "Mailer", tier: 2, lifecycle: "live" };

const { service, as } = await aServiceAndAdmin();

const save = (some: object) =>
  send("saveAnswer", {
    as,
    params: { service: service.slug, question: QUESTION },
    body: { verdict: "no", expectedVersion: 0, ...some },
  });

describe("text comes back byte for byte", () => {
  it.each([
    ["emoji", "🙂🚀"],
    ["families, flags, right to left, combining, beyond the first plane", FAMILY],
    [
      "quotes, markup, SQL and paths",
      `"'\`<script>alert(1)</script>'; DROP TABLE "Team"; -- ../../etc \\u0000`,
    ],
    ["white space at both ends and within", "  \t two\r\n lines \u00a0 "],
    ["control characters", "a\u0001\u0008\u001b[31m\u007f\u0085b"],
  ])("%s, as name, description, tag, label and reason", async (_, text) => {
    const team = await send("createTeam", { as, body: { name: text, description: text } });
    expect(team).toMatchObject({ status: 201, body: { name: text, description: text } });
    const links = [{ label: text, url: `https://example.com/?q=${encodeURIComponent(text)}` }];
    const made = await send("createService", {
      as,
      body: {
        ...FACTS,
        team: service.teamSlug,
        name: text,
        description: text,
        tags: [text.slice(0, 10).toWellFormed()],
        links,
      },
    });
    expect(made).toMatchObject({ status: 201, body: { name: text, description: text, links } });
    const { slug } = made.body as { slug: string };
    const read = await send("loadService", { as, params: { service: slug } });
    expect(read).toMatchObject({ status: 200, body: { name: text, description: text, links } });
    const params = { service: slug, question: QUESTION };
    const body = { verdict: "no", reason: text, evidence: links, expectedVersion: 0 };
    expect(await send("saveAnswer", { as, params, body })).toMatchObject({
      status: 200,
      body: { reason: text, evidence: links },
    });
    const { body: history } = await send("loadHistory", { as, params: { service: slug } });
    expect(history).toMatchObject({ entries: [{ reason: text, evidence: links }] });
  });

  it.each([FAMILY, `"'<b>&amp;\u200f`])("%s, as the name of a person and of a token", async (name) => {
    const person = await send("editPerson", { as, params: { person: "me" }, body: { name } });
    expect(person).toMatchObject({ status: 200, body: { name } });
    const token = await send("createToken", { as, body: { name, scopes: ["read"], days: 1 } });
    expect(token).toMatchObject({ status: 201, body: { name } });
    const found = await send("listPeople", { as, query: `q=${encodeURIComponent(name)}` });
    expect(found).toMatchObject({ status: 200, body: { items: [{ name }] } });
  });

  it("is measured in code points: 4,000 emoji are a reason, 4,001 are not", async () => {
    const reason = "🚀".repeat(4000);
    expect(await save({ reason })).toMatchObject({ status: 200, body: { reason } });
    expect(await save({ reason: `${reason}🚀` })).toMatchObject({
      status: 400,
      body: { code: "invalid_input", errors: [{ field: "reason" }] },
    });
  });

  it("a tag of 40 emoji can be given, and filtered by", async () => {
    const tag = "🚀".repeat(40);
    expect(
      await send("createService", {
        as,
        body: { ...FACTS, team: service.teamSlug, name: "Tagged", tags: [tag] },
      }),
    ).toMatchObject({
      status: 201,
    });
    const found = await send("listServices", { as, query: `tag=${encodeURIComponent(tag)}` });
    expect(found).toMatchObject({ status: 200, body: { items: [{ name: "Tagged" }] } });
  });
});
