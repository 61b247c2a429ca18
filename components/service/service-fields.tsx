"use client";

import type { ReactNode } from "react";
import { LinkListField } from "@/components/ui/link-list-field";
import { Select } from "@/components/ui/select";
import { TagInput } from "@/components/ui/tag-input";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { SERVICE_TEXT_NAMES, SERVICE_TEXTS } from "@/lib/domain/service-texts";
import { LIST_LIMITS } from "@/lib/domain/text";
import { CHECKLIST_TAGS, LIFECYCLES, TIER_TEXT, TIERS, type Tier } from "@/lib/domain/vocabulary";
import type { Picked, ServiceDraft } from "./service-draft";
import { ServicePicker } from "./service-picker";

/** What may not be changed, each with the reason that the form shows; absent where it may. */
export interface Locks {
  team?: string | undefined;
  /** No less critical tier than this. */
  tier?: { tier: Tier; because: string } | undefined;
  /** These tags stay. */
  tags?: { kept: readonly string[]; because: string } | undefined;
  /** Neither into retirement nor out of it. */
  retiring?: string | undefined;
}

interface ServiceFieldsProps {
  draft: ServiceDraft;
  onChange: (part: Partial<ServiceDraft>) => void;
  errors: Readonly<Record<string, string>>;
  teams: readonly { slug: string; name: string }[];
  known: readonly Picked[];
  except?: string | undefined;
  locks?: Locks | undefined;
  /** What stands under tier and tags: what changing them does. */
  scopeNote?: ReactNode;
  /** The service is retired as it stands. */
  retired?: boolean | undefined;
}

const LIFECYCLE_MEANS = {
  planned: "nothing is built yet",
  building: "being built",
  launching: "about to go live",
  live: "in use",
  retired: "counts nowhere any more",
} as const;

const startingWith = (errors: ServiceFieldsProps["errors"], field: string): string | undefined =>
  Object.entries(errors).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1];

/** The facts of a service, for the form that makes one and the form that changes one. */
export function ServiceFields(props: ServiceFieldsProps) {
  const { draft, onChange, errors, teams, known, except, locks = {}, scopeNote, retired = false } = props;
  const linkErrors: Record<number, string> = {};
  for (const [name, message] of Object.entries(errors)) {
    const row = /^links\.(\d+)/.exec(name)?.[1];
    if (row !== undefined) linkErrors[Number(row)] = message;
  }
  return (
    <>
      <TextField
        label="Name"
        value={draft.name}
        error={errors.name}
        autoComplete="off"
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label="Team"
          hint={locks.team}
          disabled={locks.team !== undefined}
          placeholder="Choose a team"
          value={draft.team}
          error={errors.team}
          onChange={(event) => onChange({ team: event.target.value })}
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Select
          label="Lifecycle"
          hint={locks.retiring}
          disabled={retired && locks.retiring !== undefined}
          value={draft.lifecycle}
          error={errors.lifecycle}
          onChange={(event) => onChange({ lifecycle: event.target.value as ServiceDraft["lifecycle"] })}
          options={LIFECYCLES.map((each) => ({
            value: each,
            label: `${each}: ${LIFECYCLE_MEANS[each]}`,
            disabled: locks.retiring !== undefined && (each === "retired") !== retired,
          }))}
        />
      </div>
      <TierCards
        value={draft.tier}
        onChange={(tier) => onChange({ tier })}
        error={errors.tier}
        floor={locks.tier}
      />
      <TagInput
        label="Tags"
        optional
        hint={
          <>
            A tag adds the questions that only such services are asked: {CHECKLIST_TAGS.join(", ")}. Any other
            tag is for your own lists. {locks.tags?.because}
          </>
        }
        value={draft.tags}
        suggestions={CHECKLIST_TAGS}
        placeholder="payments, public"
        error={startingWith(errors, "tags")}
        onChange={(tags) => {
          const kept = (locks.tags?.kept ?? []).filter((tag) => !tags.includes(tag));
          onChange({ tags: [...kept, ...tags] });
        }}
      />
      {scopeNote}
      {SERVICE_TEXT_NAMES.map((name) => {
        const { label, hint, line } = SERVICE_TEXTS[name];
        const Field = line ? TextField : TextArea;
        return (
          <Field
            key={name}
            label={label}
            optional
            hint={hint}
            value={draft[name]}
            error={errors[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        );
      })}
      <LinkListField
        label="Links"
        hint="Repository, runbook, dashboard: where one looks when it breaks."
        value={draft.links}
        max={LIST_LIMITS.links}
        errors={linkErrors}
        onChange={(links) => onChange({ links })}
      />
      <ServicePicker
        label="Depends on"
        hint="A service is no steadier than what it cannot do without."
        value={draft.dependsOn}
        known={known}
        except={except}
        error={startingWith(errors, "dependsOn")}
        onChange={(dependsOn) => onChange({ dependsOn })}
      />
    </>
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
