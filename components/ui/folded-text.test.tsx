import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FoldedText } from "./folded-text";

const html = (text: string) => renderToStaticMarkup(<FoldedText>{text}</FoldedText>);

it("leaves six lines as they are, with the direction that they have", () => {
  const text = Array.from({ length: 6 }, (_, at) => `line ${at}`).join("\n");
  expect(html(text)).toContain('dir="auto"');
  expect(html(text)).not.toMatch(/details|line-clamp/);
});

it.each([
  ["seven lines", "a\n".repeat(6).concat("b")],
  ["one long line", "word ".repeat(140)],
] as const)("folds %s, and keeps all of the text there", (_, text) => {
  expect(html(text)).toMatch(/line-clamp-6.*Show all/s);
  expect(html(text)).toContain(text.trim().slice(-5));
});
