import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readYaml, splitYaml } from "./read-yaml";

const GOOD = "kind: Group\nmetadata:\n  name: a\n";

describe("reading YAML", () => {
  it.each([
    ["a leading ---", `---\n${GOOD}`, [2]],
    [
      "comments before, between and after",
      `# one\n---\n# two\n\n${GOOD}# three\n---\n# four\n${GOOD}`,
      [5, 11],
    ],
    ["documents that hold nothing", `---\n---\n# only this\n---\n~\n---\n${GOOD}`, [7]],
    ["a mark at the start", `\ufeff${GOOD}`, [1]],
    ["lines that end as Windows ends them", `---\n${GOOD}---\n${GOOD}`.replaceAll("\n", "\r\n"), [2, 6]],
    ["JSON", '{"kind": "Group", "metadata": {"name": "a"}}', [1]],
    ["an end mark", `${GOOD}...\n---\n${GOOD}`, [1, 6]],
  ])("takes %s", (_, text, lines) => {
    const documents = readYaml(text);
    expect(documents.map((each) => each.line)).toEqual(lines);
    for (const each of documents)
      expect(each).toMatchObject({ problem: null, value: { kind: "Group", metadata: { name: "a" } } });
  });

  it("finds nothing where nothing is", () => {
    expect(["", " \n", "# nothing\n", "---\n...\n"].flatMap(readYaml)).toEqual([]);
  });

  it.each([
    ["a tab as indentation", "kind: A\n\tx: 1\n", /^Line 2: Tabs are not allowed/],
    ["a key that stands there twice", "kind: A\nkind: B\n", "Line 2: The key kind stands there twice."],
    ["an open quote", 'kind: "A\n', "Line 2: A quote is opened and never closed."],
    ["an open single quote", "kind: 'A\n", "Line 2: A quote is opened and never closed."],
    ["an alias that leads nowhere", "kind: *a\n", "Its aliases multiply, or lead nowhere."],
    ["aliases that multiply", bomb(), "Its aliases multiply, or lead nowhere."],
    ["very many aliases", `a: &a x\nb: [${"*a,".repeat(200)}]\n`, /more than 100 aliases/],
    ["brackets that go on and on", "[".repeat(900_000), "It is nested too deeply to be read."],
    ["brackets over many lines", "[\n".repeat(400_000), "It is nested too deeply to be read."],
    ["dashes that go on and on", "- ".repeat(400_000), "It is nested too deeply to be read."],
    ["question marks that go on and on", "? ".repeat(400_000), "It is nested too deeply to be read."],
  ])("refuses %s, within a second, and reads on", (_, text, problem) => {
    const started = performance.now();
    const [wrong, ...others] = readYaml(text);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(wrong).toMatchObject({ value: null, problem: expect.stringMatching(problem) });
    expect(others).toEqual([]);
    if (text.length > 1000) return;
    const [good, bad] = readYaml(`${GOOD}---\n${text}`);
    expect(good).toMatchObject({ line: 1, problem: null });
    expect(bad).toMatchObject({ line: 5, value: null, problem: expect.any(String) });
  });

  it("a quote that is never closed spoils its own document, named with its line, and none of those behind it", () => {
    const all = Array.from(
      { length: 50 },
      (_, at) => `kind: Group\nmetadata:\n  name: ${at === 24 ? '"' : ""}g${at + 1}\n`,
    );
    const documents = readYaml(all.join("---\n"));
    expect(documents).toHaveLength(50);
    const wrong = documents.flatMap(({ problem, line }, at) =>
      problem === null ? [] : [{ at, line, problem }],
    );
    const begins = 24 * 4 + 1;
    expect(wrong).toEqual([
      {
        at: 24,
        line: begins,
        problem: expect.stringMatching(/^Line (\d+): A quote is opened and never closed\.$/),
      },
    ]);
    const named = Number(/\d+/.exec(wrong[0]?.problem ?? "")?.[0]);
    expect(named).toBeGreaterThanOrEqual(begins);
    expect(named).toBeLessThanOrEqual(begins + 3);
  });

  it("nesting that goes too deep spoils its own document too", () => {
    const documents = readYaml(`${GOOD}---\na: ${"[".repeat(900)}\n---\n${GOOD}`);
    expect(documents.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [5, "It is nested too deeply to be read."],
      [7, null],
    ]);
  });

  it("a thing that contains itself is read, not followed for ever", () => {
    expect(readYaml("a: &a\n  b: *a\n")).toMatchObject([{ problem: null }]);
  });

  it("eight times the keys take about eight times as long, not sixty-four times", () => {
    const timeOf = (keys: number) => {
      const text = Array.from({ length: keys }, (_, at) => `k${at}: 1`).join("\n");
      const started = performance.now();
      expect(readYaml(text)).toMatchObject([{ problem: null }]);
      return performance.now() - started;
    };
    timeOf(5_000);
    expect(timeOf(40_000)).toBeLessThan(32 * timeOf(5_000));
  }, 60_000);
});

/** A file of a few lines that stands for thousands of millions of words. */
function bomb(): string {
  const lines = Array.from({ length: 9 }, (_, at) => `k${at + 1}: &k${at + 1} [${`*k${at},`.repeat(9)}]`);
  return ["k0: &k0 [lol]", ...lines].join("\n");
}

describe("documents of a YAML file", () => {
  it.each([
    ["marks", "---\na: 1\n---\nb: 2\n", [1, 3]],
    ["no mark at the start", "a: 1\n--- \nb: 2", [1, 2]],
    ["comments before the first mark", "# one\n\n---\na: 1\n", [1]],
    ["directives behind an end", "a: 1\n...\n%YAML 1.2\n---\nb: 2\n", [1, 3]],
    ["a quote that is never closed", 'a: "x\n---\nb: 2\n', [1, 2]],
    ["a block text", "a: |\n  x\n---\nb: 2\n", [1, 3]],
    ["Windows' line ends", "---\r\na: 1\r\n---\r\nb: 2\r\n", [1, 3]],
    ["what only looks like a mark", "a: 1\n---b: 2\n ---\n", [1]],
    ["nothing", "# only\n\n", []],
    ["an empty document", "---\n---\na: 1\n", [1, 2]],
  ])("are told by %s", (_, source, lines) => {
    expect(splitYaml(source).map((part) => part.line)).toEqual(lines);
  });

  it("lose no line, and each says where it begins", () => {
    const line = fc.constantFrom("---", "...", "a: 1", '"', "# c", "", "%YAML 1.2", "  - x");
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (all) => {
        const source = all.map((each) => `${each}\n`).join("");
        for (const part of splitYaml(source)) {
          const before = all
            .slice(0, part.line - 1)
            .map((each) => `${each}\n`)
            .join("");
          expect(source.startsWith(before + part.text)).toBe(true);
        }
        const said = (text: string) => (text.match(/a: 1|- x|"/g) ?? []).length;
        const kept = splitYaml(source).reduce((sum, part) => sum + said(part.text), 0);
        expect(kept).toBe(said(source));
      }),
    );
  });
});
