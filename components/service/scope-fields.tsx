"use client";

import { useId } from "react";
import { TagInput } from "@/components/ui/tag-input";
import { TIER_TEXT, TIERS, type Tier } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import {
  type DecidingTag,
  decidingTags,
  type QuestionScope,
  questionsAfter,
  type ServiceDraft,
  spelledTag,
  tagName,
} from "./service-draft";

/** Which tier and tags may not be chosen, each with the reason that the form shows; absent where all may. */
export interface ScopeLocks {
  /** No less critical tier than this. */
  tier?: { tier: Tier; because: string } | undefined;
  /** These tags stay. */
  tags?: { kept: readonly string[]; because: string } | undefined;
}

interface ScopeFieldsProps {
  draft: ServiceDraft;
  onChange: (part: Partial<ServiceDraft>) => void;
  /** What the checklist would ask; empty when none is published. */
  questions: readonly QuestionScope[];
  errors: { tier?: string | undefined; tags?: string | undefined };
  locks: ScopeLocks;
}

/** Tier and tags: what decides which questions a service is asked, and how many those are. */
export function ScopeFields({ draft, onChange, questions, errors, locks }: ScopeFieldsProps) {
  const { tags, tier } = draft;
  const deciding = decidingTags(questions, tier);
  const decides = new Set(deciding.map(({ tag }) => tag));
  const kept = locks.tags?.kept ?? [];
  const asked = questions.length > 0 && <AskedCount draft={draft} questions={questions} />;
  const because = <>{locks.tags?.because}</>;
  return (
    <>
      <TierCards
        value={tier}
        onChange={(next) => onChange({ tier: next })}
        error={errors.tier}
        floor={locks.tier}
      />
      {deciding.length === 0 ? (
        asked
      ) : (
        <fieldset className="min-w-0" aria-labelledby="what-it-does" aria-describedby="asked-count">
          <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
            <p id="what-it-does" className="text-sm font-strong">
              What it does <span className="font-normal text-ink-3">each adds questions</span>
            </p>
            {asked}
          </div>
          <div className="grid gap-2 sm:grid-cols-2 md:grid-cols-3">
            {deciding.map((each) => (
              <TagSwitch
                key={each.tag}
                of={each}
                isOn={tags.includes(each.tag)}
                isLocked={kept.includes(each.tag)}
                onChange={(on) =>
                  onChange({ tags: on ? [...tags, each.tag] : tags.filter((tag) => tag !== each.tag) })
                }
              />
            ))}
          </div>
          {kept.some((tag) => decides.has(tag)) && <p className="mt-1 text-sm text-ink-3">{because}</p>}
        </fieldset>
      )}
      <TagInput
        label="Tags of your own"
        optional
        hint={
          <>
            For your lists and filters; they change no question.{" "}
            {kept.some((tag) => !decides.has(tag)) && because}
          </>
        }
        value={tags.filter((tag) => !decides.has(tag))}
        normalise={(typed) => spelledTag(deciding, typed)}
        placeholder="eu, legacy"
        error={errors.tags}
        onChange={(own) => {
          const stays = tags.filter((tag) => decides.has(tag) || kept.includes(tag));
          onChange({ tags: [...new Set([...stays, ...own])] });
        }}
      />
    </>
  );
}

/** How many questions tier and tags come to, told anew whenever one changes. */
function AskedCount({ draft, questions }: Pick<ScopeFieldsProps, "draft" | "questions">) {
  const { asked } = questionsAfter(questions, draft, draft);
  return (
    <p id="asked-count" role="status" className="text-sm text-ink-2">
      {draft.tier === null ? (
        "Choose a tier to see how many questions it will be asked."
      ) : (
        <>
          It will be asked <b className="tabular-nums">{counted(asked, "question")}</b>
        </>
      )}
    </p>
  );
}

interface TagSwitchProps {
  of: DecidingTag;
  isOn: boolean;
  isLocked: boolean;
  onChange: (on: boolean) => void;
}

/** One tag as a switch, with what the questions are called that only such services are asked. */
function TagSwitch({ of: { tag, asks }, isOn, isLocked, onChange }: TagSwitchProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="relative grid cursor-pointer grid-cols-[auto_1fr] content-start gap-x-2.5 rounded-lg border border-field bg-card px-3 py-2 hover:border-ink-3 has-checked:border-ink has-checked:bg-sunk has-disabled:cursor-not-allowed has-disabled:border-line has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus"
    >
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        disabled={isLocked && isOn}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-asks`}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.75 h-4 w-7 appearance-none rounded-full border border-field bg-sunk outline-none before:block before:size-3 before:translate-x-px before:translate-y-px before:rounded-full before:bg-ink-3 before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-3.25 checked:before:bg-paper forced-colors:appearance-auto"
      />
      <span id={`${id}-name`} className="font-strong [overflow-wrap:anywhere]">
        {tagName(tag)}
      </span>
      <span id={`${id}-asks`} className="col-start-2 text-sm text-ink-3">
        {asks.length === 0 ? "asks nothing more at this tier" : `+${asks.length}: ${asks.join(", ")}`}
      </span>
    </label>
  );
}

interface TierCardsProps {
  value: Tier | null;
  onChange: (tier: Tier) => void;
  error?: string | undefined;
  /** Less critical tiers than this one cannot be chosen, for the reason given. */
  floor?: { tier: Tier; because: string } | undefined;
}

/** How much depends on a service, as four cards that say what each tier means. */
function TierCards({ value, onChange, error, floor }: TierCardsProps) {
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
