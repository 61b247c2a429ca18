import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitYaml } from "./split-yaml";

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
