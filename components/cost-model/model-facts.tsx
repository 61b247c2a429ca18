import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { CostModel } from "@/lib/contracts/cost-model";
import { amountText } from "@/lib/domain/amount-text";
import { COST_TEXT, COSTS, type Cost, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { PlausibleLine } from "./plausible-line";
import { PriceCurve } from "./price-curve";
import { priceWords } from "./price-words";
import type { RatedQuestion } from "./rate-rows";
import { weightWords } from "./severity-card";

interface ModelFactsProps {
  model: CostModel;
  questions: readonly RatedQuestion[];
}

/** Prices, weights and own rates, for those who may read them only. */
export function ModelFacts({ model, questions }: ModelFactsProps) {
  const { currency, prices, severity } = model;
  return (
    <div className="grid gap-4.5">
      <Card title="What one incident costs at a tier 1 service" aside={`in ${currency}`}>
        <ul>
          {COSTS.map((cost) => {
            const price = prices[cost];
            return (
              <li
                key={cost}
                className="grid gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 md:grid-cols-[minmax(0,1.15fr)_9rem_minmax(0,1.35fr)]"
              >
                <div>
                  <p className="font-strong">{COST_TEXT[cost].name}</p>
                  <p className="text-sm text-pretty text-ink-3">{COST_TEXT[cost].incident}</p>
                </div>
                <p className="tabular-nums">
                  {price === null
                    ? "No price"
                    : `${amountText(price.low, { currency })} to ${amountText(price.high, { currency })}`}
                </p>
                {price !== null && (
                  <div className="flex items-start gap-3">
                    <PriceCurve price={price} />
                    <div className="text-sm text-pretty text-ink-2">
                      <p>{priceWords(price, currency)}</p>
                      {price.why && (
                        <p className="text-ink-3">
                          <bdi>{price.why}</bdi>
                        </p>
                      )}
                    </div>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title="How much an incident weighs by tier" aside="multiplies the price">
        <ul className="grid gap-1.5 sm:grid-cols-2">
          {TIERS.map((tier) => (
            <li key={tier}>
              <b>
                Tier {tier}, {TIER_TEXT[tier].name}
              </b>
              : <span className="text-ink-2">{weightWords(tier, severity[tier])}</span>
            </li>
          ))}
        </ul>
      </Card>
      <OwnRates model={model} questions={questions} />
    </div>
  );
}

function OwnRates({ model: { rates, reasons, plausibility }, questions }: ModelFactsProps) {
  const rows = Object.entries(rates).flatMap(([question, byCost]) =>
    (Object.entries(byCost) as [Cost, number][]).map(([cost, rate]) => {
      const asked = questions.find(({ key }) => key === question);
      const usual = asked?.costs.find((each) => each.cost === cost)?.incidentsPerYear ?? null;
      return {
        question,
        title: asked?.title ?? question,
        cost,
        rate,
        usual,
        told: reasons[question]?.[cost],
      };
    }),
  );
  return (
    <Card title="How often it happens" aside={counted(rows.length, "own rate")}>
      <PlausibleLine plausibility={plausibility} />
      {rows.length === 0 ? (
        <p className="text-ink-2">Every rate is the checklist&apos;s.</p>
      ) : (
        <Table caption="Own rates">
          <thead>
            <tr>
              <Th>Question and cost</Th>
              <Th numeric>checklist</Th>
              <Th numeric>own</Th>
              <Th>Why</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ question, title, cost, rate, usual, told }) => (
              <tr key={`${question} ${cost}`}>
                <Th scope="row" className="min-w-40 font-normal">
                  <bdi>{title}</bdi> <span className="text-sm text-ink-3">{COST_TEXT[cost].name}</span>
                </Th>
                <Td numeric className="text-ink-3">
                  {usual ?? "–"}
                </Td>
                <Td numeric>{rate}</Td>
                <Td className="min-w-40">
                  <bdi>{told?.why}</bdi>
                  {told?.by && <bdi className="text-sm text-ink-3"> {told.by.name}</bdi>}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
