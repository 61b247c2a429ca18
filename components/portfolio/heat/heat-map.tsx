"use client";

import { Fragment, type MouseEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { teamHref } from "@/components/addresses/leads-to";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { useNavigate } from "@/lib/client/navigation";
import { type RowsPage, usePortfolioRows } from "@/lib/client/portfolio/use-portfolio-rows";
import type { PortfolioFilters } from "@/lib/contracts/portfolio";
import type { Unit } from "@/lib/domain/amount-text";
import { counted } from "@/lib/domain/words";
import { AS, COLUMNS } from "./heat-columns";
import { HeatHead, type SortWay } from "./heat-head";
import { HeatRow } from "./heat-row";
import { heatLines, PAPER_LINES, servicesOnPaper } from "./heat-rows";
import { withLine } from "./heat-window";
import type { VisibleLines } from "./long-lines";
import { useGridKeys } from "./use-grid-keys";

/** From so many services on, rows are lower and marks smaller, so that more of them are seen at once. */
const MANY = 60;
/** Up to so many lines are simply all there: found by the browser's own search, without any measuring. */
const ALL_UP_TO = 120;

const LongLines = onDemand(() => import("./long-lines").then((module) => module.LongLines));

interface HeatMapProps {
  /** The page that the server drew. */
  first: RowsPage;
  filters: PortfolioFilters;
  /** Services that the filters choose. */
  total: number;
  /** Invented services stand among real ones. */
  mixed: boolean;
  sorts: Record<"name" | "score" | "loss", SortWay>;
  /** What the last column is said in. */
  unit: Unit;
  /** Short names of teams that were deleted since. */
  gone?: readonly string[];
}

/** Services down, the ten areas across. Long lists draw only what is near the window; further pages come by scrolling. */
export function HeatMap({ first, filters, total, mixed, sorts, unit, gone = [] }: HeatMapProps) {
  const navigate = useNavigate();
  const grid = useRef<HTMLTableElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const printing = usePrinting();
  const { rows, ...pages } = usePortfolioRows(first, filters);
  const grouped = filters.group === "team";
  const lines = heatLines(rows, grouped);
  const keys = useGridKeys(grid, lines.length, COLUMNS);
  const { cursor, inside } = keys;
  // Enter on a link arrives as a click, so the links of the whole grid need one handler
  const events = { ...keys.events, onClick: follow };
  const isLong = lines.length > ALL_UP_TO;
  const [near, setNear] = useState<VisibleLines | null>(null);
  const atCursor = inside && cursor.row > 0 ? cursor.row - 1 : null;
  const { drawn, after, measure } =
    isLong && !printing && near !== null
      ? { ...near, drawn: withLine(near.drawn, atCursor) }
      : firstLines(printing ? Math.min(PAPER_LINES, lines.length) : lines.length);

  function follow(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest("a[href]");
    if (!link) return;
    event.preventDefault();
    navigate(link.getAttribute("href") ?? "", { scroll: !link.hasAttribute("data-stay") });
  }
  function together(from: HTMLElement | null, to: HTMLElement | null): void {
    if (from && to) to.scrollLeft = from.scrollLeft;
  }

  return (
    <>
      <table
        ref={grid}
        {...AS.grid}
        aria-label="Services and the ten areas"
        aria-rowcount={(pages.hasMore ? Math.max(lines.length + 1, total) : lines.length) + 1}
        aria-colcount={COLUMNS}
        {...events}
        className="heat"
        data-many={total > MANY ? "" : undefined}
      >
        <thead {...AS.rowgroup} ref={head} onScroll={() => together(head.current, body.current)}>
          <HeatHead sorts={sorts} unit={unit} cursor={cursor.row === 0 ? cursor.column : -1} />
        </thead>
        <tbody
          {...AS.rowgroup}
          ref={body}
          onScroll={() => together(body.current, head.current)}
          className="rounded-b-xl [&>:first-child]:border-t-0"
        >
          {drawn.map(({ index, before }) => {
            const line = lines[index];
            if (!line) return null;
            const place = {
              index: index + 1,
              cursor: cursor.row === index + 1 ? cursor.column : -1,
              measure,
            };
            return (
              <Fragment key={line.key}>
                {before > 0 && <Space height={before} />}
                {line.kind === "team" ? (
                  <TeamRow
                    {...place}
                    team={line.team}
                    name={line.name}
                    asOf={filters.asOf ?? ""}
                    isGone={gone.includes(line.team)}
                  />
                ) : (
                  <HeatRow
                    {...place}
                    row={line.row}
                    asOf={filters.asOf ?? ""}
                    grouped={grouped}
                    mixed={mixed}
                    unit={unit}
                  />
                )}
              </Fragment>
            );
          })}
          {after > 0 && <Space height={after} />}
        </tbody>
      </table>
      {isLong && (
        <LongLines
          body={body}
          count={lines.length}
          height={total > MANY ? 24 : 34}
          cursor={atCursor}
          onChange={setNear}
        />
      )}
      <PaperFoot shown={servicesOnPaper(lines)} total={total} />
      <HeatFoot shown={rows.length} total={total} {...pages} />
    </>
  );
}

const unmeasured = (): void => undefined;

/** The first lines, without any left out between them: all of a short list, or as many as go on paper. */
const firstLines = (count: number): VisibleLines => ({
  drawn: Array.from({ length: count }, (_, index) => ({ index, before: 0 })),
  after: 0,
  measure: unmeasured,
});

/** The place of rows that are not drawn. */
function Space({ height }: { height: number }) {
  return <tr {...AS.space} className="block" style={{ height }} />;
}

interface TeamRowProps {
  team: string;
  name: string;
  asOf: string;
  /** It was deleted since, and has no page any more. */
  isGone: boolean;
  /** Its place in the grid, from 1 under the head. */
  index: number;
  cursor: number;
  measure: (element: HTMLElement | null) => void;
}

/** The name of a team over its services, which leads to it as of the same instant. */
function TeamRow({ team, name, asOf, isGone, index, cursor, measure }: TeamRowProps) {
  const stop = { tabIndex: cursor === -1 ? -1 : 0, "data-column": 0 };
  return (
    <tr
      ref={measure}
      data-index={index - 1}
      {...AS.row}
      aria-rowindex={index + 1}
      data-row={index}
      className="team border-t border-line"
    >
      <td {...AS.gridcell} colSpan={COLUMNS}>
        {isGone ? (
          <span {...stop}>
            <bdi>{name}</bdi> (deleted)
          </span>
        ) : (
          <a href={teamHref(team, asOf)} {...stop}>
            <bdi>{name}</bdi>
          </a>
        )}
      </td>
    </tr>
  );
}

/** Whether the page goes to paper right now. What depends on it is drawn before the browser takes its picture. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const paper = window.matchMedia("print");
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    const turn = () => (paper.matches ? begin() : end());
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    paper.addEventListener("change", turn);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
      paper.removeEventListener("change", turn);
    };
  }, []);
  return printing;
}

interface HeatFootProps {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  failed: boolean;
  more: () => void;
}

/** Under the list: how much of it is there. Coming near brings the next page; a press does, too. */
function HeatFoot({ shown, total, hasMore, loading, failed, more }: HeatFootProps) {
  const foot = useRef<HTMLDivElement>(null);
  const bring = useEffectEvent(more);
  const waits = hasMore && !loading && !failed;
  useEffect(() => {
    if (!waits || !foot.current) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && bring(),
      { rootMargin: "600px 0px" },
    );
    watch.observe(foot.current);
    return () => watch.disconnect();
  }, [waits]);
  if (!hasMore && shown < 50) return null;
  return (
    <div
      ref={foot}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4.5 py-2 text-sm text-ink-3 print:hidden"
    >
      <span role="status">
        {hasMore
          ? `${shown.toLocaleString("en")} of ${counted(total, "service")}`
          : `All ${counted(shown, "service")}`}
        {failed && ". The next ones could not be loaded; what is here is right."}
      </span>
      {hasMore && (
        <Button onClick={more} busy={loading} busyText="Loading …">
          {failed ? "Try again" : "Show more"}
        </Button>
      )}
    </div>
  );
}

/** On paper, which has one sheet: how many services are not on it. */
function PaperFoot({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className="hidden border-t border-line px-2 py-1 text-[0.6875rem] text-ink-3 print:block">
      The first {shown.toLocaleString("en")} of {counted(total, "service")}
    </p>
  );
}
