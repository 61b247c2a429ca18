"use client";

import { Select } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import { TextArea } from "@/components/ui/text-area";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import {
  ABILITIES,
  ABILITY_TEXT,
  type Ability,
  AREA_TEXT,
  AREAS,
  type Area,
  canonicalTag,
  type Tier,
} from "@/lib/domain/vocabulary";
import { CostsFields } from "./costs-fields";
import { useEditor } from "./editor-context";
import { MeaningFields } from "./meaning-fields";
import { NumberField } from "./number-field";

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
  const text = (field: "text" | "why" | "convincing" | "howToFix") => ({
    value: question[field],
    error: wrong[field],
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  });
  return (
    <div className="mt-3 grid gap-x-6 gap-y-4 rounded-xl border border-line bg-card p-4 md:ml-12 lg:grid-cols-2">
      <div className="grid content-start gap-4">
        <TextArea label="What holds when the answer is yes?" {...text("text")} />
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
