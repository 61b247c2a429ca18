import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { Dependency, Scorecard } from "@/lib/contracts/scorecard";
import { STANDING_TEXT } from "@/lib/domain/vocabulary";

interface ListProps {
  label: string;
  services: readonly Dependency[];
  asOf: string | null;
  /** Says of which ones it is true that each needs the other. */
  circular?: boolean;
}

function List({ label, services, asOf, circular = false }: ListProps) {
  return (
    <ul aria-label={label} className="-mx-2">
      {services.map((each) => (
        <li key={each.slug}>
          <Link
            href={`/services/${each.slug}${asOf === null ? "" : `?asOf=${encodeURIComponent(asOf)}`}`}
            className="flex min-h-8 flex-wrap print:flex-nowrap items-center gap-x-2 rounded-md px-2 py-0.5 hover:bg-sunk"
          >
            <span className="min-w-0 flex-1 basis-32 [overflow-wrap:anywhere]">
              <bdi>{each.name}</bdi> <Tag>tier {each.tier}</Tag> {each.deleted && <Tag strong>deleted</Tag>}{" "}
              {circular && each.circular && <Tag>needs this one too</Tag>}
            </span>
            <StandingPill standing={each.standing} />
            <span className="w-7 text-right tabular-nums">
              {each.standing === "unassessed" ? <span className="text-ink-3">–</span> : each.score}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What the service leans on, the weakest first, and what leans on it. */
export function NeighboursCard({ card, asOf }: { card: Scorecard; asOf: string | null }) {
  const { dependsOn, dependents, service } = card;
  const weakest = dependsOn.find((each) => !each.deleted);
  return (
    <Card title="Depends on" aside={dependsOn.length > 1 ? "weakest first" : undefined}>
      {dependsOn.length === 0 ? (
        <p className="text-ink-3">
          Nothing is recorded.{" "}
          {service.can.edit && (
            <Link href={`/services/${service.slug}/edit#depends-on`} className="link print:hidden">
              Say what it depends on
            </Link>
          )}
        </p>
      ) : (
        <>
          {weakest && weakest.standing !== "production_ready" && (
            <p className="mb-1.5 text-ink-2">
              Only as reliable as{" "}
              <b className="text-ink">
                <bdi>{weakest.name}</bdi>
              </b>
              , which is {STANDING_TEXT[weakest.standing].toLowerCase()}.
            </p>
          )}
          {dependsOn.some((each) => each.circular) && (
            <p className="mb-1.5 text-ink-2">
              It depends on itself through others: none of them stands without the rest.
            </p>
          )}
          <List label="Depends on" services={dependsOn} asOf={asOf} circular />
        </>
      )}
      <h3 className="mt-4 mb-1.5 text-sm font-strong text-ink-2">Needed by</h3>
      {dependents.length === 0 ? (
        <p className="text-ink-3">No service says that it depends on this one.</p>
      ) : (
        <List label="Needed by" services={dependents} asOf={asOf} />
      )}
    </Card>
  );
}
