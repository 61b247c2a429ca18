import Link from "next/link";
import { type ExposureQuery, exposurePage } from "@/components/addresses/pages";
import { type Amount, amountOfRow } from "@/components/figure/amount";
import { amountFigure, countFigure, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Td, Th } from "@/components/ui/table";
import type { ExposureView } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { exposureSubject, gapsOf, servicesOf } from "./exposure-query";
import type { When } from "./exposure-sentence";

type Row = Pick<ExposureView["byTeam"][number], "now" | "atLaunch">;

interface FigureHeadsProps {
  first: string;
  /** Over the second column; a hidden word where it is "". */
  second?: string | undefined;
  unit: Unit;
}

/** The heads over figures: known and unknown of now, and what will be at launch, apart. */
export function FigureHeads({ first, second = "services", unit }: FigureHeadsProps) {
  const what = unit === null ? "incidents" : "a year";
  return (
    <thead>
      <tr>
        <Th>{first}</Th>
        <Th numeric={second !== ""} className="max-sm:hidden">
          {second === "" ? <span className="sr-only">Standing</span> : second}
        </Th>
        <Th numeric>
          known<span className="sr-only">, {what}</span>
        </Th>
        <Th numeric>unknown</Th>
        <Th numeric>at launch</Th>
      </tr>
    </thead>
  );
}

/** How many services a part has: leads to them, where there is a list of then. */
export function ServicesCell({ count, part }: { count: number; part: ExposureQuery }) {
  const href = servicesOf(part);
  const text = <FigureText of={countFigure(exposureSubject(part), "services", count)} />;
  return (
    <Td numeric className="text-ink-3 max-sm:hidden">
      {href === null ? text : <FigureLink href={href}>{text}</FigureLink>}
    </Td>
  );
}

/**
 * The figures of one part. Known leads to this page of the part; unknown and accepted to the list of those gaps, of the
 * past to this page.
 */
export function FigureCells({ row, unit, part: of }: { row: Row; unit: Unit; part: ExposureQuery }) {
  const now = amountOfRow(row.now, unit);
  const launch = amountOfRow(row.atLaunch, unit);
  const page = (when: When) =>
    exposurePage.href(of, when === "now" ? (of.when === "" ? {} : { when: "now" }) : { when: "launch" });
  const list = (when: When, kind: "unknown" | "accepted") =>
    of.asOf === "" ? gapsOf(of, { when, kind }) : page(when);
  const figure = (amount: number, when: When, part: keyof Amount) => (
    <FigureText of={amountFigure(exposureSubject(of), `${WHEN[when]}.${part}`, amount, unit)} />
  );
  const more = (amount: number, when: When, kind: "unknown" | "accepted") =>
    amount > 0 && (
      <FigureLink href={list(when, kind)} className="block text-xs font-normal text-ink-3">
        {figure(amount, when, kind)} {kind}
      </FigureLink>
    );
  return (
    <>
      <Td numeric className="font-strong">
        {now.known > 0 ? (
          <FigureLink href={page("now")}>{figure(now.known, "now", "known")}</FigureLink>
        ) : (
          <span className="font-normal text-ink-3">–</span>
        )}
        {more(now.accepted, "now", "accepted")}
      </Td>
      <Td numeric className="text-ink-3">
        {now.unknown > 0 ? (
          <FigureLink href={list("now", "unknown")}>{figure(now.unknown, "now", "unknown")}</FigureLink>
        ) : (
          "–"
        )}
      </Td>
      <Td numeric className="text-ink-3">
        {launch.known > 0 ? (
          <FigureLink href={page("atLaunch")}>{figure(launch.known, "atLaunch", "known")}</FigureLink>
        ) : (
          launch.unknown === 0 && "–"
        )}
        {more(launch.unknown, "atLaunch", "unknown")}
        {more(launch.accepted, "atLaunch", "accepted")}
      </Td>
    </>
  );
}

function FigureLink({
  href,
  className = "inline-block",
  children,
}: {
  href: string;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <Link href={href} prefetch={false} className={`link min-h-6 content-center ${className}`}>
      {children}
    </Link>
  );
}
