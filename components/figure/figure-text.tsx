import { Fragment, type ReactNode } from "react";
import type { Figure } from "./figure";

/** A figure with its name: the one way in which figures get onto a page. */
export function FigureText({ of: { name, shown, text } }: { of: Figure }) {
  return (
    <span data-figure={name} data-shown={shown}>
      {text}
    </span>
  );
}

/** A figure of a table, where nothing is a dash. */
export function FigureOr({ of, amount }: { of: Figure; amount: number }) {
  return amount === 0 ? <span className="text-ink-3">–</span> : <FigureText of={of} />;
}

/** A text with the figures that it holds, in their order: each found after the one before. */
export function Figured({ text, figures = [] }: { text: string; figures?: readonly Figure[] | undefined }) {
  const parts: ReactNode[] = [];
  let rest = text;
  for (const figure of figures) {
    const [before, ...after] = rest.split(figure.text);
    if (after.length === 0) continue;
    parts.push(before, <FigureText of={figure} />);
    rest = after.join(figure.text);
  }
  return [...parts, rest].map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity
    <Fragment key={index}>{part}</Fragment>
  ));
}
