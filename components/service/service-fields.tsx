"use client";

import type { ReactNode } from "react";
import { LinkListField } from "@/components/ui/link-list-field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { SERVICE_TEXT_NAMES, SERVICE_TEXTS } from "@/lib/domain/service-texts";
import { LIST_LIMITS } from "@/lib/domain/text";
import { LIFECYCLES } from "@/lib/domain/vocabulary";
import { ScopeFields, type ScopeLocks } from "./scope-fields";
import type { Picked, QuestionScope, ServiceDraft } from "./service-draft";
import { ServicePicker } from "./service-picker";

/** What may not be changed, each with the reason that the form shows; absent where it may. */
export interface Locks extends ScopeLocks {
  team?: string | undefined;
  /** Neither into retirement nor out of it. */
  retiring?: string | undefined;
}

interface ServiceFieldsProps {
  draft: ServiceDraft;
  onChange: (part: Partial<ServiceDraft>) => void;
  errors: Readonly<Record<string, string>>;
  teams: readonly { slug: string; name: string }[];
  known: readonly Picked[];
  /** What its checklist would ask; empty when none is published. */
  questions: readonly QuestionScope[];
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
  retired: "no longer counts",
} as const;

const startingWith = (errors: ServiceFieldsProps["errors"], field: string): string | undefined =>
  Object.entries(errors).find(([name]) => name === field || name.startsWith(`${field}.`))?.[1];

/** The facts of a service, for the form that makes one and the form that changes one. */
export function ServiceFields(props: ServiceFieldsProps) {
  const { draft, onChange, errors, teams, known, questions, except, locks = {} } = props;
  const { scopeNote, retired = false } = props;
  const linkErrors: Record<number, string> = {};
  for (const [name, message] of Object.entries(errors)) {
    const row = /^links\.(\d+)/.exec(name)?.[1];
    if (row !== undefined) linkErrors[Number(row)] = message;
  }
  return (
    <>
      <TextField
        label="Name"
        autoFocus
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
      <ScopeFields
        draft={draft}
        onChange={onChange}
        questions={questions}
        errors={{ tier: errors.tier, tags: startingWith(errors, "tags") }}
        locks={locks}
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
        hint="A service is only as reliable as what it depends on."
        value={draft.dependsOn}
        known={known}
        except={except}
        error={startingWith(errors, "dependsOn")}
        onChange={(dependsOn) => onChange({ dependsOn })}
      />
    </>
  );
}
