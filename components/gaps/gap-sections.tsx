import type { ReactNode } from "react";

interface GapSectionsProps<Row> {
  rows: readonly Row[];
  /** Which part of the list a row is in; the parts follow one another. */
  titleOf: (row: Row) => string;
  /** The part that needs no heading while it is the only one. */
  plain: string;
  /** What it goes by rises from row to row. */
  rising?: boolean;
  children: (row: Row) => ReactNode;
}

/** A list in the parts that its order has, each with a heading: rows of two parts are never compared. */
export function GapSections<Row>({ rows, titleOf, plain, rising = false, children }: GapSectionsProps<Row>) {
  const sections: { title: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const title = titleOf(row);
    const last = sections.at(-1);
    if (last?.title === title) last.rows.push(row);
    else sections.push({ title, rows: [row] });
  }
  const isNamed = sections.length > 1 || sections[0]?.title !== plain;
  return sections.map(({ title, rows: own }) => (
    <section
      key={title}
      aria-label={isNamed ? title : undefined}
      className="border-t border-line first:border-t-0"
    >
      {isNamed && <h3 className="px-4.5 pt-3 pb-1 text-sm font-strong text-ink-2">{title}</h3>}
      <ol data-sorted={rising ? "up" : "down"}>{own.map(children)}</ol>
    </section>
  ));
}

/**
 * What is carried now before what comes with a launch (R6), and what has a price before what has none (R8).
 * @param weighed the list goes by a day of work, for which incidents without a price are weighed by tier
 */
export function worthSection(live: boolean, priced: boolean, anyPriced: boolean, weighed = false): string {
  const whose = live ? LIVE : "Services that are not live";
  if (priced || !(anyPriced || weighed)) return whose;
  const unpriced = anyPriced ? `${whose}, without a price` : whose;
  return weighed ? `${unpriced}: incidents, weighed by tier` : `${unpriced}: by incidents`;
}

/** The first part of a list by worth. */
export const LIVE = "Live services";
