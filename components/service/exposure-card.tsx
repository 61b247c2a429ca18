import { gapHref, type ServiceQuery } from "@/components/addresses/pages";
import { BarList } from "@/components/charts/bar-list";
import { type Amount, amountOf, amountOfCost } from "@/components/figure/amount";
import { amountFigure, serviceSubject, WHEN } from "@/components/figure/figure";
import { FigureOr, FigureText } from "@/components/figure/figure-text";
import { PricedCosts } from "@/components/figure/priced-costs";
import { costParts } from "@/components/portfolio/cost-parts";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { Scorecard } from "@/lib/contracts/scorecard";
import type { Unit } from "@/lib/domain/amount-text";
import { carriedWhen } from "@/lib/domain/exposure";
import { COST_TEXT, COSTS, type Cost } from "@/lib/domain/vocabulary";

const NOTHING = { known: 0, unknown: 0, accepted: 0 };

/** The exposure of this service alone, as of the same instant. */
function exposureHref(service: string, asOf: string | null): string {
  const search = new URLSearchParams(asOf === null ? { service } : { asOf, service });
  return `/exposure?${search}`;
}

/** What the gaps are expected to cause in a year, in money where it has a price, cost by cost (R1, R2, R5, R6). */
export function ExposureCard({ card, query }: { card: Scorecard; query: ServiceQuery }) {
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
  const { exposure, currency } = card;
  const unit: Unit = exposure.pricedCosts > 0 && currency !== null ? { currency } : null;
  const { known, unknown, accepted } = amountOf(exposure, unit);
  const subject = serviceSubject(service.slug, query.asOf);
  const when = WHEN[carried === "now" ? "now" : "atLaunch"];
  const figure = (part: keyof Amount, amount: number, of: Unit, cost?: Cost) =>
    amountFigure(subject, `${when}.${part}`, amount, of, cost);
  const costs = COSTS.map((cost) => amountOfCost(exposure, cost)).filter(
    ({ incidents }) => incidents.known + incidents.unknown > 0,
  );
  const rows = costs
    .sort((a, b) => Number(b.priced) - Number(a.priced) || b.known - a.known || b.unknown - a.unknown)
    .map((amount) => {
      const inMoney = unit !== null && amount.priced;
      const parts = costParts(unit === null || inMoney ? amount : NOTHING);
      return {
        label: COST_TEXT[amount.cost].name,
        href: gapHref(service.slug, query, { gaps: "all", area: "", cost: amount.cost }),
        ...(unit !== null && !inMoney ? { note: "no price: incidents" } : {}),
        ...parts,
        numbers: (["known", "unknown"] as const).map((part) => (
          <FigureOr
            key={part}
            of={figure(part, amount[part], inMoney ? unit : null, amount.cost)}
            amount={amount[part]}
          />
        )),
      };
    });
  const title = unit === null ? "Expected incidents a year" : "What its gaps are expected to cost a year";
  const about = (part: keyof Amount, amount: number) => (
    <>
      {unit !== null && "about "}
      <FigureText of={figure(part, amount, unit)} />
    </>
  );
  return (
    <Card title={title} aside={carried === "now" ? "carried now" : `at launch: it is ${service.lifecycle}`}>
      <p className="mb-2 text-ink-2">
        {known > 0 ? (
          <>
            <b className="text-ink">{about("known", known)}</b> from gaps that are known
          </>
        ) : (
          "Nothing from gaps that are known"
        )}
        {unknown > 0 && (
          <>
            , up to <b className="text-ink">{about("unknown", unknown)}</b> {known > 0 && "more "}from what
            nobody can say (outlined)
          </>
        )}
        {accepted > 0 && <>; {about("accepted", accepted)} of it was accepted (hatched)</>}
        {unit !== null && exposure.known.incidents > 0 && (
          <>
            ; <FigureText of={figure("known", exposure.known.incidents, null)} /> incidents a year known
          </>
        )}
        .{" "}
        {exposure.incidents > 0 && (
          <Link href={exposureHref(service.slug, query.asOf || null)} className="link">
            What if some were closed
          </Link>
        )}
      </p>
      {rows.length > 0 && (
        <BarList
          label={unit === null ? "Expected incidents a year by cost" : "Expected loss a year by cost"}
          columns={["Cost", "known", "unknown"]}
          rows={rows}
        />
      )}
      <details className="mt-3 text-sm print:hidden">
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
        <PricedCosts count={exposure.pricedCosts} /> Rates are{" "}
        <Link
          className="link"
          href={`/checklists/${service.checklist.key}/versions/${service.checklist.version}`}
        >
          assumptions of the checklist
        </Link>
        ,{" "}
        <Link className="link" href="/exposure/model">
          {unit === null ? "no cost has a price yet" : "prices are assumptions, too"}
        </Link>
        ; the sums assume that gaps cause separate incidents. An outage with three costs counts as three.
      </p>
    </Card>
  );
}
