import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import type { CostModel } from "@/lib/contracts/cost-model";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS, type Cost } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import { isChanged, type ModelFields } from "./model-form-state";
import { ModelInput } from "./model-input";
import { rateField } from "./model-texts";
import {
  type RatedQuestion,
  type RateFilter,
  type RateRow,
  ratesShown,
  strayRates,
  zeroWords,
} from "./rate-rows";

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
          current checklist version and no service: {stray.join(", ")}.{" "}
          {stray.length === 1 ? "It causes" : "They cause"} nothing.
        </p>
      )}
    </Card>
  );
}

interface RateLinesProps {
  question: RatedQuestion;
  rows: readonly RateRow[];
  fields: ModelFields;
  reasons: CostModel["reasons"][string] | undefined;
  onAdd: (cost: Cost) => void;
}

const RATE_GRID =
  "grid grid-cols-[minmax(0,1fr)_4.5rem_5.5rem] gap-x-3 gap-y-1 md:grid-cols-[10.5rem_3.5rem_5.5rem_minmax(0,1fr)]";

/** One question with its rates: the checklist's, the own one in its place, and why. */
function RateLines({ question, rows, fields, reasons, onAdd }: RateLinesProps) {
  const others = COSTS.filter((cost) => !rows.some((row) => row.cost === cost));
  return (
    <section className="grid gap-x-6 gap-y-1 border-t border-line py-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.55fr)]">
      <div className="py-1">
        <h3 className="font-strong text-pretty [overflow-wrap:anywhere]">
          <bdi>{question.title}</bdi>{" "}
          <span className="text-sm font-normal text-ink-3">{AREA_TEXT[question.area].name}</span>
        </h3>
        {question.text !== question.title && (
          <p dir="auto" className="text-sm text-pretty text-ink-3 [overflow-wrap:anywhere]">
            {question.text}
          </p>
        )}
        {question.older && (
          <p className="text-sm text-pretty text-ink-3">
            Not in the newest version:{" "}
            {counted(question.older.services, "service still uses", "services still use")} version{" "}
            {question.older.version} of “<bdi>{question.older.name}</bdi>”.
          </p>
        )}
        <select
          aria-label={`Add a cost to: ${question.title}`}
          value=""
          onChange={(event) => onAdd(event.target.value as Cost)}
          className="min-h-6 w-28 rounded-sm bg-transparent text-sm text-ink-3 hover:text-ink"
        >
          <option value="">Add a cost</option>
          {others.map((cost) => (
            <option key={cost} value={cost}>
              {COST_TEXT[cost].name}
            </option>
          ))}
        </select>
      </div>
      <div>
        {rows.map((row) => (
          <RateLine key={row.cost} {...{ question, row, fields }} told={reasons?.[row.cost]} />
        ))}
      </div>
    </section>
  );
}

interface RateLineProps {
  question: RatedQuestion;
  row: RateRow;
  fields: ModelFields;
  told: CostModel["reasons"][string][Cost] | undefined;
}

function RateLine({ question, row: { cost, usual, own, why }, fields, told }: RateLineProps) {
  const [value, reason] = [rateField(question.key, cost), rateField(question.key, cost, "why")];
  const name = COST_TEXT[cost].name;
  const changed = isChanged(fields, [value, reason]);
  const words = `${name}, ${question.title}`;
  const zero = zeroWords(own);
  return (
    <div className={`${RATE_GRID} items-start py-1`}>
      <span className="py-1">
        {name}
        {changed && <span className="ml-2 text-sm text-brass">not saved</span>}
      </span>
      <span className={classNames("py-1 text-right tabular-nums", own !== "" && "text-ink-3 line-through")}>
        <span className="sr-only">By the checklist: </span>
        {usual ?? <span className="text-ink-3">–</span>}
      </span>
      <ModelInput
        numeric
        {...{ fields }}
        field={value}
        label={`Own rate: ${words}`}
        placeholder="own"
        describedBy={zero && `${value}.zero`}
      />
      <div className="max-md:col-span-3">
        {(own !== "" || why !== "") && (
          <ModelInput
            {...{ fields }}
            field={reason}
            label={`Why: ${words}`}
            placeholder="Why it is different here"
          />
        )}
        {zero !== null && (
          <p id={`${value}.zero`} className="mt-0.5 text-sm text-pretty text-ink-2">
            {zero}
          </p>
        )}
        {told && !changed && (
          <p className="mt-0.5 text-sm text-ink-3">
            {told.by ? `Set by ${told.by.name}.` : "Set by an import."}
          </p>
        )}
      </div>
    </div>
  );
}
