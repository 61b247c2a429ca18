import { describe, expect, it } from "vitest";
import { backstageImport, csvImport } from "@/lib/contracts/import";
import { BODY_LIMIT_BYTES } from "@/lib/http/read-body";
import { EMPTY_DRAFT, type ImportDraft } from "./draft";
import { bytesOf, largeProblem, MOST_BYTES, requestOf, sizeProblem } from "./request";

const draft = (some: Partial<ImportDraft>): ImportDraft => ({ ...EMPTY_DRAFT, ...some });
const parts = [{ name: "all.csv", text: "name,team\nCheckout,Payments" }];

describe("what is sent for a draft", () => {
  it("is nothing while nothing is written", () => {
    expect(requestOf(draft({ parts: [{ name: "empty.yaml", text: " \n" }] }))).toBeNull();
  });
  it("is a catalogue, without what only a table has", () => {
    const request = requestOf(draft({ parts, columns: { name: 1 }, what: "services" }));
    expect(request).toEqual({ source: "backstage", body: { yaml: parts[0]?.text, file: "all.csv" } });
    expect(backstageImport.safeParse(request?.body).success).toBe(true);
  });
  it("is a table with what was chosen and corrected; the name that a correction remembers stays here", () => {
    const request = requestOf(
      draft({
        source: "csv",
        parts,
        what: "services",
        columns: { name: 0, tier: null },
        corrections: { "2": { name: "Checkout", tier: 1, team: "payments" } },
      }),
    );
    expect(request?.body).toEqual({
      csv: parts[0]?.text,
      file: "all.csv",
      what: "services",
      columns: { name: 0, tier: null },
      corrections: { "2": { tier: 1, team: "payments" } },
    });
    expect(csvImport.safeParse(request?.body).success).toBe(true);
  });
});

describe("how much may be sent", () => {
  it("is what the server takes", () => expect(MOST_BYTES).toBe(BODY_LIMIT_BYTES));
  it("is counted as it is sent: line ends and letters beyond ASCII take more than one byte", () => {
    expect(bytesOf({ yaml: "a\nü" })).toBe('{"yaml":"a\\nü"}'.length + 1);
  });
  it("is said with its size when it is too much, and only then", () => {
    expect(sizeProblem(MOST_BYTES)).toBeNull();
    expect(sizeProblem(MOST_BYTES + 1)).toContain("a little more than 1 MB");
    expect(sizeProblem(2_340_000)).toContain("2.3 MB");
  });

  const ofTable = (csv: string) => largeProblem({ source: "csv", body: { csv } });
  it.each([
    ["services", "name,team", "A,T\n", 5000],
    ["answers", '\ufeffservice;question;"verdict"', "a;b;no\n", 20_000],
  ])("%s are counted before they are sent, and the way on is said", (_, head, line, most) => {
    expect(ofTable(`${head}\n${line.repeat(most)}\n`)).toBeNull();
    const said = ofTable(`${head}\r\n${line.repeat(most + 1)}`);
    const [count, limit] = [most + 1, most].map((each) => each.toLocaleString("en"));
    expect(said).toContain(`It has ${count} rows: import at most ${limit} at once.`);
    expect(said).toContain("Split it team by team");
  });
  it("counts what stands in quotes as one row", () => {
    expect(ofTable(`name,description\n${'A,"a\nb\n""c"""\n'.repeat(5000)}`)).toBeNull();
  });
});
