import { LossCurve } from "@/components/charts/loss-curve";
import { amountFigure, WHEN } from "@/components/figure/figure";
import { FigureText } from "@/components/figure/figure-text";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ExposureView, SpreadExposure } from "@/lib/contracts/exposure";
import { amountText } from "@/lib/domain/amount-text";
import { SHARED_SIGMA, YEARS } from "@/lib/domain/simulation";
import type { When } from "./exposure-sentence";
import { chanceText, marksOf, oneYearIn } from "./spread-words";

/** How a year may turn out (R7): the exceedance curve, what it assumes beside it, its numbers behind it. */
export function CurveCard({ view, when, subject }: { view: ExposureView; when: When; subject: string }) {
  const { spread } = view[when];
  return (
    <Card
      title="How a year may turn out"
      aside={spread === null ? undefined : "chance that a year costs more than the amount"}
    >
      <div id="curve" className="scroll-mt-30">
        {spread === null ? (
          <p className="max-w-[40em] text-ink-2">
            An average hides how bad a year can get. Once one cost has a price, simulated years show what a
            usual year costs, and what the worst year of ten costs.{" "}
            <Link href="/exposure/model" className="link">
              Prices and rates
            </Link>
            .
          </p>
        ) : (
          <Curve spread={spread} currency={view.currency} subject={subject} when={WHEN[when]} />
        )}
      </div>
    </Card>
  );
}

interface CurveProps {
  spread: NonNullable<SpreadExposure["spread"]>;
  currency: string;
  subject: string;
  when: string;
}

function Curve({ spread, currency, subject, when }: CurveProps) {
  const money = (amount: number) => amountText(amount, { currency });
  const year = (which: "p50" | "p90" | "p95") => (
    <b className="text-ink">
      <FigureText of={amountFigure(subject, `${when}.${which}`, spread[which], { currency })} />
    </b>
  );
  const label = `Half of all years cost more than ${money(spread.p50)}, one in ten more than ${money(spread.p90)}, one in twenty more than ${money(spread.p95)}`;
  return (
    <>
      <p className="mb-5 text-ink-2">
        Half of all years cost more than {year("p50")}, one in ten more than {year("p90")}, one in twenty more
        than {year("p95")}.
      </p>
      <LossCurve
        label={label}
        series={[{ name: "A year", points: spread.curve, tone: "brass", filled: true }]}
        marks={marksOf(spread, money)}
        format={money}
      />
      <p className="mt-2.5 text-sm text-ink-3">
        {YEARS.toLocaleString("en")} simulated years. They assume that gaps cause separate incidents, and that
        all rates of a year share one factor (lognormal, σ {SHARED_SIGMA}): shared causes, wrong guesses.
        Rates and prices are{" "}
        <Link href="/exposure/model" className="link">
          assumptions
        </Link>
        .
      </p>
      <details className="mt-1 text-sm print:hidden">
        <summary className="w-fit min-h-6 rounded-sm py-0.75 text-ink-3 hover:text-ink">
          The same in numbers
        </summary>
        <div className="mt-1 max-h-64 overflow-y-auto">
          <Table caption="How likely a year is to cost more, in numbers">
            <thead>
              <tr>
                <Th>A year costs more than</Th>
                <Th numeric>chance</Th>
                <Th numeric>one year in</Th>
              </tr>
            </thead>
            <tbody>
              {spread.curve.map(({ loss, probability }) => (
                <tr key={probability}>
                  <Th scope="row" className="font-normal tabular-nums">
                    {money(loss)}
                  </Th>
                  <Td numeric>{chanceText(probability)}</Td>
                  <Td numeric>{oneYearIn(probability)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </>
  );
}
