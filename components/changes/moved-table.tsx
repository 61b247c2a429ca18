import { serviceHref } from "@/components/addresses/leads-to";
import { CAUSE_TEXT } from "@/components/portfolio/words";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { Changes } from "@/lib/contracts/changes";
import { ListRest } from "./list-rest";

type Moved = Changes["services"][number];

interface MovedTableProps {
  services: readonly Moved[];
  total: number;
  /** The end of the span; "" for now. */
  until: string;
  /** The address that shows all of the list; null when it is all there. */
  whole: string | null;
}

function End({ end, other }: { end: Moved["from"]; other: Moved["to"] }) {
  if (end === null) return <span className="text-ink-3">not there</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <StandingPill standing={end.standing} lifecycle={end.lifecycle} />
      {other !== null && end.tier !== other.tier && <Tag>tier {end.tier}</Tag>}
      {other !== null && end.lifecycle !== other.lifecycle && <Tag>{end.lifecycle}</Tag>}
    </span>
  );
}

const isSame = (a: NonNullable<Moved["from"]>, b: NonNullable<Moved["to"]>): boolean =>
  a.standing === b.standing && a.lifecycle === b.lifecycle && a.tier === b.tier;

function Score({ from, to }: Pick<Moved, "from" | "to">) {
  const [before, after] = [from?.score ?? null, to?.score ?? null];
  if (before === after) return <span className="text-ink-3">{after ?? "–"}</span>;
  const change = before === null || after === null ? null : after - before;
  return (
    <>
      <span className="text-ink-3">
        {before ?? "–"}{" "}
        <span role="img" aria-label="to">
          →
        </span>{" "}
      </span>
      {after ?? "–"}
      {change !== null && (
        <span
          className={`ml-1.5 inline-block w-8 text-sm max-md:ml-0 max-md:block max-md:w-auto ${change > 0 ? "text-yes" : "text-no"}`}
        >
          {change > 0 ? `+${change}` : `−${-change}`}
        </span>
      )}
    </>
  );
}

/** The services that came, left, or whose standing or score moved, the furthest first. */
export function MovedTable({ services, total, until, whole }: MovedTableProps) {
  return (
    <Card title="Services that moved" aside={total.toLocaleString("en")} flush>
      <div id="services" className="scroll-mt-30">
        <Table caption="Services that moved" flush>
          <thead>
            <tr>
              <Th>Service</Th>
              <Th className="max-md:hidden">Was</Th>
              <Th>Is</Th>
              <Th numeric>Score</Th>
              <Th className="max-md:hidden">Because of</Th>
            </tr>
          </thead>
          <tbody>
            {services.map(({ service, serviceName, from, to, causes }) => (
              <tr key={service}>
                <Th scope="row" className="min-w-32">
                  <Link
                    href={serviceHref(service, until)}
                    className="inline-block min-h-6 content-center [overflow-wrap:anywhere] hover:underline"
                  >
                    <bdi>{serviceName}</bdi>
                  </Link>
                </Th>
                <Td className="max-md:hidden">
                  {from && to && isSame(from, to) ? (
                    <span className="text-ink-3">the same</span>
                  ) : (
                    <End end={from} other={to} />
                  )}
                </Td>
                <Td>
                  {to === null || from === null || !isSame(from, to) ? (
                    <span className="mb-1 block md:hidden">
                      <End end={from} other={to} /> <span className="text-ink-3">→</span>
                    </span>
                  ) : null}
                  <End end={to} other={from} />
                </Td>
                <Td numeric>
                  <Score from={from} to={to} />
                </Td>
                <Td className="text-sm text-ink-3 max-md:hidden">
                  {causes.map((cause) => CAUSE_TEXT[cause].name.toLowerCase()).join(", ")}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <ListRest shown={services.length} total={total} whole={whole} what="services" />
      </div>
    </Card>
  );
}
