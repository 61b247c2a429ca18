"use client";

import type { ReactNode } from "react";
import { personOptions } from "@/components/people/person-names";
import type { Picked } from "@/components/service/service-draft";
import { ServicePicker } from "@/components/service/service-picker";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { PersonChoice } from "@/lib/contracts/people";
import { PLAN_NAMES, type PlanDraft } from "./plan-draft";

interface PlanFieldsProps {
  draft: PlanDraft;
  set: (part: Partial<PlanDraft>) => void;
  errors: Readonly<Record<string, string>>;
  people: readonly PersonChoice[];
  /** What stands under a field, as what somebody else wrote there. */
  under?: ((field: keyof PlanDraft) => ReactNode) | undefined;
}

interface FirstPlanFieldsProps extends PlanFieldsProps {
  /** Services that are offered, and those that are chosen. */
  known: readonly Picked[];
  /** Who it is now; null where everybody who can be is among the people. */
  facilitator: { id: string; name: string; disabled: boolean } | null;
  /** Hears which services are chosen, with what is known of them. */
  onServices?: ((services: readonly Picked[]) => void) | undefined;
}

/** What has to be said of every launch: what it is called, which services, when, who sees it through. */
export function FirstPlanFields(props: FirstPlanFieldsProps) {
  const { draft, set, errors, people, known, facilitator, onServices, under } = props;
  return (
    <>
      <div className="sm:col-span-2">
        <TextField
          autoFocus
          label={PLAN_NAMES.title}
          error={errors.title}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        {under?.("title")}
      </div>
      <div className="sm:col-span-2">
        <ServicePicker
          required
          label={PLAN_NAMES.services}
          hint="Everything that launches together. You decide about their gaps."
          value={draft.services}
          known={known}
          error={errors.services}
          onChange={(services, met) => {
            set({ services });
            onServices?.(met);
          }}
        />
        {under?.("services")}
      </div>
      <div>
        <TextField
          label={PLAN_NAMES.targetDate}
          type="date"
          error={errors.targetDate}
          value={draft.targetDate}
          onChange={(event) => set({ targetDate: event.target.value })}
        />
        {under?.("targetDate")}
      </div>
      <div>
        <Select
          label={PLAN_NAMES.facilitator}
          error={errors.facilitator}
          placeholder="Choose"
          value={draft.facilitator}
          onChange={(event) => set({ facilitator: event.target.value })}
          options={personOptions(people, facilitator)}
        />
        {under?.("facilitator")}
      </div>
    </>
  );
}

/** What can follow: what it is, what it is worth, how it is undone, who is there, and a meeting. */
export function MorePlanFields({
  draft,
  set,
  errors,
  under,
  currency,
}: PlanFieldsProps & { currency: string }) {
  const area = (field: "what" | "worth" | "undoHow" | "undoWho" | "onCall", hint?: string) => (
    <div className={field === "what" || field === "worth" ? "sm:col-span-2" : undefined}>
      <TextArea
        label={PLAN_NAMES[field]}
        optional
        hint={hint}
        error={errors[field]}
        value={draft[field]}
        onChange={(event) => set({ [field]: event.target.value })}
      />
      {under?.(field)}
    </div>
  );
  return (
    <>
      {area("what", "One sentence that other teams understand.")}
      {area("worth", "What the business gets from it.")}
      <div>
        <TextField
          label={PLAN_NAMES.delayCostPerWeek}
          optional
          inputMode="decimal"
          unit={currency}
          error={errors.delayCostPerWeek}
          value={draft.delayCostPerWeek}
          onChange={(event) => set({ delayCostPerWeek: event.target.value })}
        />
        {under?.("delayCostPerWeek")}
      </div>
      <div className="grid grid-cols-[1fr_6.5rem] gap-x-2">
        <TextField
          label={PLAN_NAMES.meetingDay}
          optional
          type="date"
          error={errors.meetingDay}
          value={draft.meetingDay}
          onChange={(event) => set({ meetingDay: event.target.value })}
        />
        <TextField
          label={PLAN_NAMES.meetingTime}
          type="time"
          required={false}
          value={draft.meetingTime}
          onChange={(event) => set({ meetingTime: event.target.value })}
        />
        <div className="col-span-2">
          {under?.("meetingDay")}
          {under?.("meetingTime")}
        </div>
      </div>
      {area("undoHow")}
      {area("undoWho")}
      {area("onCall")}
    </>
  );
}
