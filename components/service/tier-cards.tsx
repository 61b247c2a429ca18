import { TIER_TEXT, TIERS, type Tier } from "@/lib/domain/vocabulary";

interface TierCardsProps {
  value: Tier | null;
  onChange: (tier: Tier) => void;
  error?: string | undefined;
  /** Less critical tiers than this one cannot be chosen, for the reason given. */
  floor?: { tier: Tier; because: string } | undefined;
}

/** How much depends on a service, as four cards that say what each tier means. */
export function TierCards({ value, onChange, error, floor }: TierCardsProps) {
  const locked = (tier: Tier) => floor !== undefined && tier > floor.tier;
  return (
    <fieldset aria-describedby={error ? "tier-error" : undefined} className="min-w-0">
      <legend className="mb-1 text-sm font-strong">Tier</legend>
      <div className="grid gap-2 sm:grid-cols-2 md:grid-cols-4">
        {TIERS.map((tier) => (
          <label
            key={tier}
            className="relative grid cursor-pointer grid-cols-[auto_1fr] gap-x-2 rounded-lg border border-field bg-card px-3 py-2 hover:border-ink-3 has-checked:border-ink has-checked:bg-sunk has-checked:inset-ring has-checked:inset-ring-ink has-disabled:cursor-not-allowed has-disabled:border-line has-disabled:bg-sunk has-disabled:text-ink-3 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus"
          >
            <input
              type="radio"
              name="tier"
              value={tier}
              checked={value === tier}
              disabled={locked(tier)}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(tier)}
              className="mt-0.75 size-3.5 accent-ink"
            />
            <span className="font-strong">
              {tier} {TIER_TEXT[tier].name}
            </span>
            <span className="col-start-2 text-sm text-ink-3">{TIER_TEXT[tier].means}</span>
          </label>
        ))}
      </div>
      {floor && floor.tier < 4 && <p className="mt-1 text-sm text-ink-3">{floor.because}</p>}
      {error && (
        <p id="tier-error" className="mt-1 text-sm font-medium text-no">
          {error}
        </p>
      )}
    </fieldset>
  );
}
