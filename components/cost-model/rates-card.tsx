import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import type { CostModel } from "@/lib/contracts/cost-model";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import type { ModelFields } from "./model-form-state";
import { rateField } from "./model-texts";
import { RATE_GRID, RateLines } from "./rate-lines";
import { type RatedQuestion, type RateFilter, ratesShown, strayRates } from "./rate-rows";

interface RatesCardProps {
  fields: ModelFields;
  questions: readonly RatedQuestion[];
  reasons: CostModel["reasons"];
  children: React.ReactNode;
}

const areaOptions = [
  { value: "", label: "All areas" },
  ...AREAS.map((area) => ({ value: area, label: AREA_TEXT[area].name })),
];
const costOptions = [
  { value: "", label: "All costs" },
  ...COSTS.map((cost) => ({ value: cost, label: COST_TEXT[cost].name })),
];

/** How often an open question causes an incident: the checklist's rate, and the organisation's own in its place (R2). */
export function RatesCard({ fields, questions, reasons, children }: RatesCardProps) {
  const [filter, setFilter] = useState<RateFilter>({ area: AREAS[0], cost: "", own: false });
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const shown = ratesShown(questions, filter, fields, added);
  const stray = strayRates(questions, fields.texts);
  return (
    <Card
      title="How often it happens"
      aside="incidents a year while the question is open; half of it at “partly”"
    >
      {children}
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <Select
          label="Area"
          className="w-44"
          options={areaOptions}
          value={filter.area}
          onChange={(event) => setFilter({ ...filter, area: event.target.value as RateFilter["area"] })}
        />
        <Select
          label="Cost"
          className="w-52"
          options={costOptions}
          value={filter.cost}
          onChange={(event) => setFilter({ ...filter, cost: event.target.value as RateFilter["cost"] })}
        />
        <Checkbox
          className="pb-1"
          label="Only own rates"
          checked={filter.own}
          onChange={(event) =>
            setFilter({ ...filter, own: event.target.checked, area: event.target.checked ? "" : filter.area })
          }
        />
      </div>
      <div
        aria-hidden="true"
        className="hidden gap-x-6 pb-1 text-[0.75rem] text-ink-3 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1.55fr)]"
      >
        <span>Question</span>
        <span className={RATE_GRID}>
          <span>Leads to</span>
          <span className="text-right">checklist</span>
          <span className="text-right">own rate</span>
          <span>Why</span>
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="py-3 text-ink-2">
          {filter.own
            ? "Every rate is the checklist's: none is your own."
            : "No question here leads to that cost."}
        </p>
      ) : (
        shown.map(({ question, rows }) => (
          <RateLines
            key={question.key}
            question={question}
            rows={rows}
            fields={fields}
            reasons={reasons[question.key]}
            onAdd={(cost) => setAdded(new Set([...added, rateField(question.key, cost)]))}
          />
        ))
      )}
      {stray.length > 0 && (
        <p className="mt-2 text-sm text-ink-3">
          {counted(stray.length, "question")} with an own rate {stray.length === 1 ? "is" : "are"} asked by no
          newest version of a checklist, and of no service any more: {stray.join(", ")}.{" "}
          {stray.length === 1 ? "It causes" : "They cause"} nothing.
        </p>
      )}
    </Card>
  );
}
