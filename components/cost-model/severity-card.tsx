import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { readNumber } from "./amounts";
import type { ModelFields } from "./model-form-state";
import { severityField } from "./model-texts";

/** What multiplies a price by the tier of the service (R4). */
export function SeverityCard({ fields: { texts, errors, set } }: { fields: ModelFields }) {
  return (
    <Card title="How much an incident weighs by tier" aside="multiplies the price">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {TIERS.map((tier) => {
          const field = severityField(tier);
          const value = readNumber(texts[field] ?? "");
          return (
            <TextField
              key={tier}
              name={field}
              label={`Tier ${tier}, ${TIER_TEXT[tier].name}`}
              hint={weightWords(tier, value)}
              error={errors[field]}
              inputMode="decimal"
              autoComplete="off"
              className="[&_input]:w-24"
              value={texts[field] ?? ""}
              onChange={(event) => set(field, event.target.value)}
            />
          );
        })}
      </div>
    </Card>
  );
}

/** What a factor means, in a sentence. */
export function weightWords(tier: number, factor: number): string {
  if (Number.isNaN(factor)) return "A factor, such as 0.5.";
  if (factor === 0) return "Its incidents cost nothing.";
  if (factor === 1)
    return tier === 1 ? "The prices are for this tier." : "One incident costs as much as the price says.";
  if (factor > 1) return `One incident costs ${factor} times the price.`;
  return `One incident costs ${Number((100 * factor).toPrecision(3))}% of the price.`;
}
