import Link from "next/link";
import { BarList } from "@/components/charts/bar-list";
import { Card } from "@/components/ui/card";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { carriedWhen } from "@/lib/domain/exposure";
import { COST_TEXT, COSTS } from "@/lib/domain/vocabulary";
import { incidentsText } from "./figures";
import { type GapQuery, gapHref } from "./gap-query";

/** What the gaps are expected to cause in a year, cost by cost, known and unknown apart (R1, R2, R6). */
export function ExposureCard({ card, query }: { card: Scorecard; query: GapQuery }) {
  const { service } = card;
  const deleted = service.deletedAt !== null;
  const carried = carriedWhen(service.lifecycle, deleted);
  if (carried === "never") {
    return (
      <Card title="Expected incidents a year">
        <p className="text-ink-2">A {deleted ? "deleted" : "retired"} service is expected to cause none.</p>
      </Card>
    );
  }
  const { byCost, known, unknown } = card.exposure;
  const rows = COSTS.filter((cost) => byCost[cost].incidents > 0)
    .sort((a, b) => byCost[b].known - byCost[a].known || byCost[b].unknown - byCost[a].unknown)
    .map((cost) => ({
      label: COST_TEXT[cost].name,
      href: gapHref(service.slug, query, { show: "all", area: null, cost }),
      known: byCost[cost].known,
      unknown: byCost[cost].unknown,
      numbers: [incidentsText(byCost[cost].unknown), incidentsText(byCost[cost].known)],
    }));
  return (
    <Card
      title="Expected incidents a year"
      aside={carried === "now" ? "carried now" : `at launch: it is ${service.lifecycle}`}
    >
      <p className="mb-2 text-ink-2">
        <b className="text-ink">{incidentsText(known.incidents)}</b> from gaps that are known
        {unknown.incidents > 0 && (
          <>
            , up to <b className="text-ink">{incidentsText(unknown.incidents)}</b> more from what nobody can
            say (outlined)
          </>
        )}
        .
      </p>
      {rows.length > 0 && (
        <BarList
          label="Expected incidents a year by cost"
          columns={["Cost", "unknown", "known"]}
          rows={rows}
        />
      )}
      <details className="mt-3 text-sm">
        <summary className="min-h-6 w-fit rounded-sm py-0.75 text-ink-3 hover:text-ink">
          What counts as one incident
        </summary>
        <dl className="mt-1 grid gap-x-4 gap-y-1.5 md:grid-cols-[11rem_1fr]">
          {COSTS.map((cost) => (
            <div key={cost} className="md:contents">
              <dt className="font-strong">{COST_TEXT[cost].name}</dt>
              <dd className="text-ink-2">{COST_TEXT[cost].incident}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="mt-1 text-sm text-ink-3">
        Rates are{" "}
        <Link
          className="link"
          href={`/checklists/${service.checklist.key}/versions/${service.checklist.version}`}
        >
          assumptions of the checklist
        </Link>
        ; the sums assume that gaps cause separate incidents. An outage with three costs counts as three.
      </p>
    </Card>
  );
}
