import { Card } from "@/components/ui/card";
import { COST_TEXT, COSTS, type Cost } from "@/lib/domain/vocabulary";
import { isChanged, type ModelFields } from "./model-form-state";
import { ModelInput } from "./model-input";
import { priceField } from "./model-texts";
import { PriceCurve } from "./price-curve";
import { priceIn, priceTrouble, priceWords } from "./price-words";

const GRID = "grid gap-x-4 gap-y-1.5 md:grid-cols-[minmax(0,1.15fr)_7rem_7rem_minmax(0,1.35fr)]";

/** What one incident of each cost costs: two amounts, and what they mean (R3). */
export function PricesCard({ fields, children }: { fields: ModelFields; children: React.ReactNode }) {
  return (
    <Card
      title="What one incident costs at a tier 1 service"
      aside="one in twenty costs less than low, one in twenty more than high"
    >
      {children}
      <div aria-hidden="true" className={`${GRID} pb-1 text-[0.75rem] text-ink-3 max-md:hidden`}>
        <span>Cost, and what one incident of it is</span>
        <span>Low</span>
        <span>High</span>
        <span>What that means</span>
      </div>
      {COSTS.map((cost) => (
        <PriceRow key={cost} cost={cost} fields={fields} />
      ))}
    </Card>
  );
}

function PriceRow({ cost, fields }: { cost: Cost; fields: ModelFields }) {
  const { texts, errors } = fields;
  const { name, incident } = COST_TEXT[cost];
  const [low, high, why] = [priceField(cost, "low"), priceField(cost, "high"), priceField(cost, "why")];
  const currency = (texts.currency ?? "").trim().toUpperCase();
  const price = priceIn(texts[low] ?? "", texts[high] ?? "");
  const isTold = errors[low] !== undefined || errors[high] !== undefined;
  const empty = !(texts[low] ?? "").trim() && !(texts[high] ?? "").trim();
  return (
    <fieldset className={`${GRID} items-start border-t border-line py-2.5`}>
      <legend className="sr-only">{name}</legend>
      <div className="min-w-0">
        <p className="font-strong">
          {name}
          {isChanged(fields, [low, high, why]) && (
            <span className="ml-2 text-sm font-normal text-brass">not saved</span>
          )}
        </p>
        <p className="max-w-[34em] text-sm text-pretty text-ink-3">{incident}</p>
      </div>
      <div className="grid grid-cols-2 gap-3 md:contents">
        {[
          [low, "Low"],
          [high, "High"],
        ].map(([field = "", label = ""]) => (
          <div key={field} className="md:contents">
            <p aria-hidden="true" className="mb-0.5 text-[0.75rem] text-ink-3 md:hidden">
              {label}
            </p>
            <ModelInput
              numeric
              {...{ fields, field }}
              label={`${name}: ${label.toLowerCase()}`}
              placeholder={label.toLowerCase()}
            />
          </div>
        ))}
      </div>
      <div className="min-w-0">
        {price === null ? (
          <p className="py-1 text-ink-3">
            {empty
              ? "No price: such incidents are counted, not priced."
              : isTold
                ? "Not a price yet."
                : priceTrouble(texts[low] ?? "", texts[high] ?? "")}
          </p>
        ) : (
          <div className="flex items-start gap-3">
            <PriceCurve price={price} />
            <p className="text-sm text-pretty text-ink-2">{priceWords(price, currency)}</p>
          </div>
        )}
        {!empty && (
          <ModelInput
            {...{ fields }}
            field={why}
            label={`${name}: where the amounts come from`}
            placeholder="Where the amounts come from (optional)"
            className="mt-1.5 text-sm"
          />
        )}
      </div>
    </fieldset>
  );
}
