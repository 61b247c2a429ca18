import { amountFigure, countFigure, serviceSubject, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { isUnpricedRow } from "@/components/figure/unpriced-row";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Tag } from "@/components/ui/tag";
import type { ServiceRow } from "@/lib/contracts/services";
import type { Unit } from "@/lib/domain/amount-text";

/** What a cell shows when there is nothing to say. */
export const NOTHING = <span className="text-ink-3">–</span>;

/** The score of a service as a bar and a number. */
export function Score({
  row,
  asOf = null,
}: {
  row: Pick<ServiceRow, "slug" | "score" | "standing">;
  asOf?: string | null;
}) {
  if (row.score === null || row.standing === "unassessed") return NOTHING;
  return (
    <>
      <Meter value={row.score} className="mr-2 w-14 shrink-0" />
      <span className="inline-block w-7">
        <FigureText of={countFigure(serviceSubject(row.slug, asOf), "score", row.score)} />
      </span>
    </>
  );
}

/** How many gaps a service has, and how many of them are blockers. @param leads the list is sorted by them */
export function Gaps({
  row: { slug, gaps, blockers },
  asOf = null,
  leads = false,
}: {
  row: Pick<ServiceRow, "slug" | "gaps" | "blockers">;
  asOf?: string | null;
  leads?: boolean;
}) {
  const subject = serviceSubject(slug, asOf);
  if (gaps === 0)
    return (
      <span data-lead={leads ? "" : undefined} className={leads ? "font-strong text-ink-3" : "text-ink-3"}>
        –
      </span>
    );
  return (
    <span className="tabular-nums">
      <span data-lead={leads ? "" : undefined} className={leads ? "font-strong" : undefined}>
        <FigureText of={countFigure(subject, "gaps", gaps)} />
      </span>
      <span className="md:sr-only"> {gaps === 1 ? "gap" : "gaps"}</span>
      {blockers > 0 && (
        <span className="text-sm whitespace-nowrap text-no max-md:before:content-[',_'] md:block">
          <FigureText of={countFigure(subject, "gaps.blockers", blockers)} />{" "}
          {blockers === 1 ? "blocker" : "blockers"}
        </span>
      )}
    </span>
  );
}

interface ServiceNameProps {
  row: ServiceRow;
  asOf?: string | null;
  /** Among the first of a list. */
  likely?: boolean | undefined;
}

/** The name of a service, leading to it, with what sort of service it is. */
export function ServiceName({ row, asOf = null, likely }: ServiceNameProps) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
      <Link
        href={`/services/${row.slug}${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`}
        likely={likely}
        className="min-h-6 min-w-0 content-center font-strong [overflow-wrap:anywhere] hover:underline"
      >
        <bdi>{row.name}</bdi>
      </Link>
      <Tag>tier {row.tier}</Tag>
      {row.lifecycle !== "live" && row.lifecycle !== "retired" && <Tag>{row.lifecycle}</Tag>}
      {row.example && <Tag>example</Tag>}
    </span>
  );
}

interface AYearProps {
  row: Pick<ServiceRow, "slug" | "lifecycle" | "incidents" | "losses">;
  unit: Unit;
  asOf?: string | null;
  /** The list is sorted by it. */
  leads?: boolean;
}

/**
 * What the gaps of a service are expected to cost a year: what is known in bold, what nobody can rule out below, and in how
 * many incidents; incidents alone while nothing has a price. A service whose gaps lead to no cost with a price is not
 * without cost: it says that it is unpriced, and its incidents (R3).
 */
export function AYear({ row, unit, asOf = null, leads = false }: AYearProps) {
  const { incidents, losses } = row;
  const inMoney = unit !== null && losses !== null;
  const isUnpriced = inMoney && isUnpricedRow(row);
  const { known, unknown } = inMoney && !isUnpriced ? losses : incidents;
  const when = WHEN[row.lifecycle === "live" ? "now" : "atLaunch"];
  const figure = (part: string, amount: number, of: Unit) =>
    amountFigure(serviceSubject(row.slug, asOf), `${when}.${part}`, amount, of);
  const own = inMoney && !isUnpriced ? unit : null;
  const lead = leads ? "" : undefined;
  if (known + unknown === 0)
    return (
      <b data-lead={lead} className="font-strong text-ink-3">
        –
      </b>
    );
  if (isUnpriced)
    return (
      <span className="whitespace-nowrap tabular-nums">
        <b data-lead={lead} className="font-strong text-ink-3">
          unpriced
        </b>
        {known > 0 && (
          <span className="block text-sm text-ink-3">
            <FigureText of={figure("known", known, null)} /> incidents
          </span>
        )}
        {unknown > 0 && (
          <span className="block text-sm text-ink-3">
            {known > 0 && "+ "}up to <FigureText of={figure("unknown", unknown, null)} />
            {known === 0 && " incidents"}
          </span>
        )}
      </span>
    );
  return (
    <span className="whitespace-nowrap tabular-nums">
      <b data-lead={lead} className="font-strong">
        <FigureText of={figure("known", known, own)} />
      </b>
      <span className="sr-only">{own === null && " incidents"} a year known</span>
      {unknown > 0 && (
        <span className="block text-sm text-ink-3">
          + up to <FigureText of={figure("unknown", unknown, own)} />
        </span>
      )}
      {inMoney && incidents.known > 0 && (
        <span className="block text-xs text-ink-3">
          <FigureText of={figure("known", incidents.known, null)} /> incidents
        </span>
      )}
    </span>
  );
}
