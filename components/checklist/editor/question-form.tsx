"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Select } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import { CHECKLIST_LIMITS } from "@/lib/domain/checklist-draft";
import {
  ABILITIES,
  ABILITY_TEXT,
  type Ability,
  AREA_TEXT,
  AREAS,
  type Area,
  COST_TEXT,
  COSTS,
  type Cost,
  canonicalTag,
  type Tier,
} from "@/lib/domain/vocabulary";
import { useEditor } from "./editor-context";

const TIER_CHOICES = [
  { value: "4", label: "Every service" },
  { value: "3", label: "Tiers 1 to 3" },
  { value: "2", label: "Tiers 1 and 2" },
  { value: "1", label: "Tier 1 only" },
];
const WEIGHTS = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));

/** Everything about one question, to be written. */
export function QuestionForm({ question }: { question: QuestionDraft }) {
  const { change, errors, isNew } = useEditor();
  const { key } = question;
  const wrong = errors[key] ?? {};
  const set = (some: Partial<QuestionDraft>) => change(key, some);
  const text = (field: "title" | "text" | "why" | "convincing" | "howToFix") => ({
    value: question[field] ?? "",
    error: wrong[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <div className="mt-3 grid gap-x-6 gap-y-4 rounded-xl border border-line bg-card p-4 md:ml-12 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <TextArea label="What holds when the answer is yes?" {...text("text")} />
        <TextField
          label="Title"
          hint="What the fix would be called on a ticket. Once this is published, every version calls it that."
          optional
          autoComplete="off"
          maxLength={CHECKLIST_LIMITS.title}
          {...text("title")}
        />
        <TextArea label="Why it matters" rows={3} {...text("why")} />
        <TextArea label="What evidence would convince" {...text("convincing")} />
        <TextArea label="How a team gets there" {...text("howToFix")} />
        <MeaningFields question={question} isNew={isNew(key)} error={wrong.key ?? wrong.meaning} />
      </div>
      <div className="grid content-start gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Area"
            value={question.area}
            options={AREAS.map((area) => ({ value: area, label: AREA_TEXT[area].name }))}
            onChange={(event) => set({ area: event.target.value as Area })}
          />
          <Select
            label="Part of showing that it"
            value={question.ability}
            options={ABILITIES.map((ability) => ({ value: ability, label: ABILITY_TEXT[ability] }))}
            onChange={(event) => set({ ability: event.target.value as Ability })}
          />
          <Select
            label="Weight in the score"
            value={String(question.weight)}
            options={WEIGHTS}
            onChange={(event) => set({ weight: Number(event.target.value) })}
            error={wrong.weight}
          />
          <Select
            label="While it is open"
            value={question.critical ? "critical" : "gap"}
            options={[
              { value: "gap", label: "A gap" },
              { value: "critical", label: "A blocker: critical" },
            ]}
            onChange={(event) => set({ critical: event.target.value === "critical" })}
          />
          <Select
            label="Asked of"
            value={String(question.upToTier)}
            options={TIER_CHOICES}
            onChange={(event) => set({ upToTier: Number(event.target.value) as Tier })}
          />
          <TagInput
            label="Only with one of these tags"
            optional
            value={question.tags}
            normalise={canonicalTag}
            onChange={(tags) => set({ tags })}
            error={wrong.tags}
          />
          <NumberField
            label="Look again after"
            unit="days"
            value={question.reviewAfterDays}
            onChange={(reviewAfterDays) => set({ reviewAfterDays })}
            error={wrong.reviewAfterDays}
          />
          <NumberField
            label="Usual effort"
            unit="days"
            value={question.effortDays}
            onChange={(effortDays) => set({ effortDays })}
            error={wrong.effortDays}
          />
        </div>
        <CostsFields costs={question.costs} errors={wrong} onChange={(costs) => set({ costs })} />
      </div>
    </div>
  );
}

interface CostsFieldsProps {
  costs: QuestionDraft["costs"];
  errors: Readonly<Record<string, string>>;
  onChange: (costs: QuestionDraft["costs"]) => void;
}

/** The eight costs: how many incidents a year of each an open gap would lead to, and why that many. */
function CostsFields({ costs, errors, onChange }: CostsFieldsProps) {
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
        At least one; leave the others empty. Your organisation’s own rates override these.
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

const SHORT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

interface MeaningFieldsProps {
  question: QuestionDraft;
  /** No earlier version has it. */
  isNew: boolean;
  error: string | undefined;
}

/** Whether answers from before still answer the question; of a new one, its short name. */
function MeaningFields({ question, isNew, error }: MeaningFieldsProps) {
  const { change, diffs, numbers } = useEditor();
  const [key, setKey] = useState(question.key);
  if (isNew) {
    const taken = key !== question.key && (numbers.has(key) || diffs.has(key));
    const wrong = !SHORT_NAME.test(key)
      ? "Use lower-case letters, digits and single hyphens."
      : taken
        ? "Another question has this name."
        : null;
    return (
      <TextField
        label="Short name"
        hint="Answers belong to it; once published it stays for good."
        maxLength={CHECKLIST_LIMITS.key}
        value={key}
        onChange={(event) => setKey(event.target.value)}
        onBlur={() => key !== question.key && wrong === null && change(question.key, { key })}
        error={wrong ?? error}
      />
    );
  }
  const before = diffs.get(question.key)?.before?.meaning ?? 1;
  return (
    <div>
      <Checkbox
        label="This now asks something else"
        hint="Answers given before count as unclear until somebody confirms them. Leave it off if you only improve the wording."
        checked={question.meaning > before}
        onChange={(event) => change(question.key, { meaning: before + (event.target.checked ? 1 : 0) })}
      />
      {error !== undefined && <p className="mt-1 text-sm font-medium text-no">{error}</p>}
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  hideLabel?: boolean;
  unit?: string;
  optional?: boolean;
  /** Not a number while what stands there is none. */
  value: number | null;
  onChange: (value: number) => void;
  error?: string | undefined;
}

/** A number as it is being typed: what is no number yet stays on the screen, and is not one to whoever asks. */
function NumberField({ value, onChange, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState(() => textOf(value));
  // What changed elsewhere replaces what stands here; what means the same does not ("0." while typing 0.5).
  const shown = value !== null && Number.isFinite(value) && Number(typed) !== value ? textOf(value) : typed;
  return (
    <TextField
      {...field}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        const text = event.target.value.replace(",", ".");
        setTyped(text);
        onChange(text.trim() === "" ? Number.NaN : Number(text));
      }}
    />
  );
}

const textOf = (value: number | null) => (value !== null && Number.isFinite(value) ? String(value) : "");
