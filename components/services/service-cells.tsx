import { countFigure, serviceSubject } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Link } from "@/components/ui/link";
import { Meter } from "@/components/ui/meter";
import { Tag } from "@/components/ui/tag";
import type { ServiceRow } from "@/lib/contracts/services";

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

/** Blockers and other gaps of a service. */
export function Gaps({
  row: { slug, gaps, blockers },
  asOf = null,
}: {
  row: Pick<ServiceRow, "slug" | "gaps" | "blockers">;
  asOf?: string | null;
}) {
  const subject = serviceSubject(slug, asOf);
  const others = gaps - blockers;
  if (gaps === 0) return NOTHING;
  return (
    <>
      {blockers > 0 && (
        <b className="text-no">
          <FigureText of={countFigure(subject, "gaps.blockers", blockers)} />
          <span className="sr-only"> {blockers === 1 ? "blocker" : "blockers"}</span>
        </b>
      )}
      {others > 0 && (
        <span className="text-ink-3">
          {blockers > 0 && " + "}
          <FigureText of={countFigure(subject, blockers > 0 ? "gaps.others" : "gaps", others)} />
          <span className="sr-only"> {blockers > 0 ? "other gaps" : "gaps"}</span>
        </span>
      )}
    </>
  );
}

/** The name of a service, leading to it, with what sort of service it is. */
export function ServiceName({ row, asOf = null }: { row: ServiceRow; asOf?: string | null }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-1.5 gap-y-0.5">
      <Link
        href={`/services/${row.slug}${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`}
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
