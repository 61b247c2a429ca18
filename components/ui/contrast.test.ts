import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const theme = css.slice(css.indexOf("@theme"), css.indexOf("\n}", css.indexOf("@theme")));

/** Tokens of one theme, by name without "--color-". */
function tokensOf(side: "light" | "dark"): Map<string, string> {
  const tokens = new Map<string, string>();
  const pattern =
    /--color-([a-z0-9-]+):\s*(?:light-dark\((#[0-9a-f]{6,8}),\s*(#[0-9a-f]{6,8})\)|(#[0-9a-f]{6}));/g;
  for (const [, name = "", light, dark, both] of theme.matchAll(pattern)) {
    tokens.set(name, (side === "light" ? light : dark) ?? both ?? "");
  }
  return tokens;
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["paper", "card", "sunk"];
const TONES = ["brass", "yes", "partly", "no", "unclear"];
const SOFT = TONES.map((tone) => `${tone}-soft`);
const AVATARS = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `avatar-${number}`);
const SHAPES = ["field", "focus", "none", "partly-mark"];
/** Lines only divide, and the veil only dims: nothing is lost without them. */
const FREE = ["line", "line-strong", "veil"];

const TEXT_ON_GROUND: [text: string, ground: string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((text) =>
    [...GROUNDS, ...SOFT].map((on): [string, string] => [text, on]),
  ),
  ...TONES.flatMap((text) => [...GROUNDS, `${text}-soft`].map((on): [string, string] => [text, on])),
  ...GROUNDS.map((on): [string, string] => ["link", on]),
  ["paper", "ink"],
  ["paper", "ink-2"],
  ["card", "no"],
  ...AVATARS.map((on): [string, string] => ["avatar-ink", on]),
];

describe.each(["light", "dark"] as const)("colours of the %s theme", (side) => {
  const tokens = tokensOf(side);
  const of = (name: string) => tokens.get(name) ?? expect.fail(`globals.css has no --color-${name}`);

  it.each(TEXT_ON_GROUND)("%s can be read on %s (4.5:1)", (text, ground) => {
    expect(ratio(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES.flatMap((shape) => GROUNDS.map((ground) => [shape, ground] as const)))(
    "%s can be seen on %s (3:1)",
    (shape, ground) => {
      expect(ratio(of(shape), of(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it("has no colour whose contrast nobody thought about", () => {
    const known = new Set([...TEXT_ON_GROUND.flat(), ...SHAPES, ...FREE]);
    expect([...tokens.keys()].filter((name) => !known.has(name))).toEqual([]);
    expect(tokens.size).toBe(known.size);
  });
});

const NAMES = new Set(tokensOf("light").keys());

/** Of one list of classes: each colour of text with the ground it is given there, in the same state (`hover:`) or else always. */
function pairsOf(classes: string): string[] {
  const colours = (kind: string) =>
    new Map(
      [...classes.matchAll(/(?<=^|\s)((?:[^\s:]+:)*)(text|bg)-([a-z0-9-]+)(?=\s|$)/g)]
        .filter(([, , which, name = ""]) => which === kind && NAMES.has(name))
        .map(([, state = "", , name = ""]) => [state, name]),
    );
  const [texts, grounds] = [colours("text"), colours("bg")];
  return [...new Set([...texts.keys(), ...grounds.keys()])].flatMap((state) => {
    const [text, ground] = [texts.get(state) ?? texts.get(""), grounds.get(state) ?? grounds.get("")];
    return text && ground ? [`${text} on ${ground}`] : [];
  });
}

it("has computed each pair of colours that a component names together", () => {
  const known = new Set(TEXT_ON_GROUND.map(([text, ground]) => `${text} on ${ground}`));
  const used = ["components", "app"].flatMap((folder) => {
    const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .flatMap((name) => readFileSync(root + name, "utf8").match(/"[^"\n]*"|`[^`]*`/g) ?? [])
      .flatMap((literal) => pairsOf(literal.slice(1, -1)));
  });
  expect(new Set(used).size).toBeGreaterThan(10);
  expect([...new Set(used)].filter((pair) => !known.has(pair))).toEqual([]);
  expect(pairsOf("p-2 text-ink bg-card hover:bg-no hover:text-card")).toEqual(["ink on card", "card on no"]);
});

it("measures black on white as 21:1", () => {
  expect(ratio("#000000", "#ffffff")).toBeCloseTo(21, 5);
});
