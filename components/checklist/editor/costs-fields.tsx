"use client";

import { TextField } from "@/components/ui/text-field";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import { COST_TEXT, COSTS, type Cost } from "@/lib/domain/vocabulary";
import { NumberField } from "./number-field";

interface CostsFieldsProps {
  costs: QuestionDraft["costs"];
  errors: Readonly<Record<string, string>>;
  onChange: (costs: QuestionDraft["costs"]) => void;
}

/** The eight costs: how many incidents a year of each an open gap would lead to, and why that many. */
export function CostsFields({ costs, errors, onChange }: CostsFieldsProps) {
  const of = (cost: Cost) => costs.find((each) => each.cost === cost);
  function set(cost: Cost, change: { incidentsPerYear?: number; because?: string }) {
    const rest = costs.filter((each) => each.cost !== cost);
    const now = { cost, incidentsPerYear: Number.NaN, because: "", ...of(cost), ...change };
    // An empty rate takes the cost away, once no reason is left to be lost with it.
    const gone = !Number.isFinite(now.incidentsPerYear) && now.because === "";
    onChange(gone ? rest : [...rest, now]);
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-strong">Incidents a year while it is open</legend>
      <p className="mb-2 text-sm text-ink-3">
        At least one; leave the others empty. Own rates of the organisation come before these.
      </p>
      {errors.costs !== undefined && <p className="mb-2 text-sm font-medium text-no">{errors.costs}</p>}
      <ul className="grid gap-1.5">
        {COSTS.map((cost) => {
          const index = costs.findIndex((each) => each.cost === cost);
          const known = of(cost);
          return (
            <li
              key={cost}
              className="grid grid-cols-[minmax(0,1fr)_4.5rem] gap-x-2 gap-y-1 sm:grid-cols-[9rem_4.5rem_minmax(0,1fr)]"
            >
              <span className="self-center text-sm" title={COST_TEXT[cost].incident}>
                {COST_TEXT[cost].name}
              </span>
              <NumberField
                label={`${COST_TEXT[cost].name}: incidents a year`}
                hideLabel
                optional
                value={known?.incidentsPerYear ?? null}
                onChange={(incidentsPerYear) => set(cost, { incidentsPerYear })}
                error={errors[`costs.${index}.incidentsPerYear`]}
              />
              {known && (
                <TextField
                  label={`${COST_TEXT[cost].name}: why this often`}
                  hideLabel
                  optional
                  className="max-sm:col-span-2"
                  placeholder="why this often"
                  maxLength={CHECKLIST_LIMITS.because}
                  value={known.because}
                  onChange={(event) => set(cost, { because: event.target.value })}
                  error={errors[`costs.${index}.because`]}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
