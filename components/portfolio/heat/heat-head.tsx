"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { areaHead } from "@/components/verdict/area-head";
import type { Unit } from "@/lib/domain/amount-text";
import { AREA_TEXT, AREAS } from "@/lib/domain/vocabulary";
import { AS, FIRST_AREA, INCIDENTS } from "./heat-columns";

/** A column that sorts: where its head leads, and how it is sorted now. */
export interface SortWay {
  href: string;
  sorted: "ascending" | "descending" | undefined;
}

interface HeatHeadProps {
  sorts: Record<"name" | "score" | "loss", SortWay>;
  unit: Unit;
  /** The column that the keyboard is at; -1 when it is in another row. */
  cursor: number;
}

interface HeadProps {
  column: number;
  cursor: number;
  sort?: SortWay;
  title?: string;
  children: ReactNode;
}

function Head({ column, cursor, sort, title, children }: HeadProps) {
  const stop = { tabIndex: column === cursor ? 0 : -1, "data-column": column };
  const Arrow = sort?.sorted === "descending" ? ArrowDown : ArrowUp;
  return (
    <th scope="col" {...AS.columnheader} title={title} aria-sort={sort?.sorted} {...(sort ? {} : stop)}>
      {sort ? (
        <a
          href={sort.href}
          data-stay=""
          {...stop}
          className="inline-flex min-h-6 items-end gap-0.5 rounded-sm hover:text-ink hover:no-underline!"
        >
          {children}
          {sort.sorted && <Arrow aria-hidden="true" className="size-3 shrink-0" />}
        </a>
      ) : (
        children
      )}
    </th>
  );
}

/** The head of the heat map; it stays in sight while one scrolls. */
export function HeatHead({ sorts, unit, cursor }: HeatHeadProps) {
  return (
    <tr {...AS.row} aria-rowindex={1} data-row={0}>
      <Head column={0} cursor={cursor} sort={sorts.name}>
        Service
      </Head>
      <Head column={1} cursor={cursor}>
        <span className="max-md:sr-only print:not-sr-only!">Standing</span>
      </Head>
      <Head column={2} cursor={cursor} sort={sorts.score}>
        Score
      </Head>
      {AREAS.map((area, at) => (
        <Head key={area} column={FIRST_AREA + at} cursor={cursor} title={AREA_TEXT[area].asks}>
          {areaHead(area)}
        </Head>
      ))}
      <Head
        column={INCIDENTS}
        cursor={cursor}
        sort={sorts.loss}
        title={`Expected ${unit === null ? "incidents" : "loss"} a year, over all ${unit === null ? "eight" : "priced"} costs: known + unknown`}
      >
        {unit === null ? "Incidents a year" : "A year"}
      </Head>
    </tr>
  );
}
