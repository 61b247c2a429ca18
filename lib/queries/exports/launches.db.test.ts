import { beforeAll, describe, expect, it } from "vitest";
import { type ExportedLaunch, exportedLaunch } from "../../contracts/exports";
import { aService, daysLater, NOON, scopeOf } from "../../testing/factories";
import { send, signedIn } from "../../testing/http";
import { aLaunch, decide, type LaunchInTest, look } from "../../testing/launches";
import { readSheet, unzip } from "../../testing/read-xlsx";
import { loadExport } from "./load-export";

let open: LaunchInTest;
let closed: LaunchInTest;
const NOW = daysLater(2);

const bodyOf = async (format: "json" | "ndjson" | "csv" | "xlsx", query = {}) => {
  const scope = scopeOf(open.service.admin, "export:read");
  return new Response((await loadExport(scope, "launches", { format, ...query }, NOW)).body);
};

beforeAll(async () => {
  closed = await aLaunch({ name: "Ledger", tier: 2 }, { signers: ["engineering", "product"] });
  open = await aLaunch({ name: "Checkout", tier: 4 });
  await closed.close({ as: "launched", reason: "The season begins." }, daysLater(0, 1), closed.service.admin);
  await open.answerAll("yes", daysLater(0, 2));
  const { revision } = await look(open, daysLater(0, 3));
  await decide(open, "engineering", "go", revision, daysLater(0, 4));
  await open.answer(open.blockers[0] ?? "", "no", daysLater(1));
});

describe("the export of launches", () => {
  it("has each with its outcome and who signed; a closed one as it stood then", async () => {
    const { items } = (await (await bodyOf("json")).json()) as { items: ExportedLaunch[] };
    for (const item of items) expect(exportedLaunch.parse(item)).toEqual(item);
    // those of one day stand in the order of their ids
    expect([...items].sort((a) => (a.id === closed.id ? -1 : 1))).toMatchObject([
      {
        ...{ id: closed.id, state: "launched", services: ["ledger"], launchedWithoutGo: true },
        ...{
          outcome: "pending",
          undisposed: closed.blockers.length,
          signOffs: [],
          reviewDueOn: "2026-06-22",
        },
      },
      {
        ...{ id: open.id, title: "Checkout 3", state: "open", targetDate: "2026-07-01", outcome: "pending" },
        ...{ facilitator: { name: "Li Wen" }, blockers: 1, undisposed: 1, conditionsOpen: 0 },
        reasons: [{ code: "blocker_undisposed" }, { code: "sign_off_out_of_date", role: "engineering" }],
        signOffs: [
          {
            ...{ role: "engineering", person: { name: "Ana Kirsch" }, decision: "go" },
            ...{ outOfDate: true, overruled: false },
          },
        ],
      },
    ]);
    const lines = (await (await bodyOf("ndjson")).text()).trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual(items);
  });

  it("is a table with a column a role", async () => {
    const csv = await (await bodyOf("csv", { fields: "title,services,outcome,reasons,engineering" })).text();
    const [head, ...lines] = csv.trim().split(/\r?\n/);
    expect(head).toBe("title,services,outcome,reasons,engineering");
    expect(lines).toHaveLength(2);
    expect(lines).toContain(
      `Checkout 3,checkout,pending,"blocker_undisposed checkout ${open.blockers[0]}, sign_off_out_of_date engineering",Ana Kirsch: go (out of date)`,
    );
    const files = unzip(Buffer.from(await (await bodyOf("xlsx")).arrayBuffer()));
    const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
    const rows = readSheet(sheet).map((cells) => [...cells.values()].map(({ value }) => value));
    expect(rows[0]).toContain("conditionsOpen");
    expect(rows.slice(1).flat()).toContain("Ana Kirsch: go (out of date)");
  });

  it("is of the services that filters leave, and of now alone", async () => {
    const titles = async (query: object) =>
      ((await (await bodyOf("json", query)).json()) as { items: ExportedLaunch[] }).items.map(({ id }) => id);
    expect(await titles({ service: ["ledger"] })).toEqual([closed.id]);
    expect(await titles({ tier: ["4"] })).toEqual([open.id]);
    expect(await titles({ team: [(await aService({}, NOON)).teamSlug] })).toEqual([]);
    const as = await signedIn(open.service.member);
    const asOf = await send("loadExport", { as, params: { what: "launches" }, query: "asOf=2026-06-15" });
    expect(asOf).toMatchObject({ status: 400, body: { errors: [{ field: "asOf" }] } });
  });
});
