"use client";

import type { ComponentProps } from "react";
import { PersonField } from "@/components/people/person-field";
import { Link } from "@/components/ui/link";
import { TextField } from "@/components/ui/text-field";
import type { WorthGap } from "@/lib/contracts/exposure";
import type { Unit } from "@/lib/domain/amount-text";
import { keyOf, type PlanDraft, teamsOf } from "./plan-fixes";
import { worthText } from "./worth-text";

/** What follows the name of the service: how critical that is, and what the gap is expected to cost. */
const aboutIt = (gap: WorthGap, unit: Unit) =>
  `, tier ${gap.tier} · ${worthText(gap, unit)}${unit === null ? " incidents" : ""} a year`;

interface FixListProps {
  title: string;
  gaps: readonly WorthGap[];
  /** What is said of each, in the same order. */
  why?: readonly string[] | undefined;
  unit: Unit;
}

/** Gaps by name, with where they are; of those that were refused, why. */
export function FixList({ title, gaps, why, unit }: FixListProps) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-strong text-ink-2">
        {title} <span className="font-normal text-ink-3">{gaps.length.toLocaleString("en")}</span>
      </h3>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {gaps.map((gap, index) => (
          <li key={`${gap.service} ${gap.question}`} className="border-t border-line py-1">
            <bdi>{gap.title}</bdi>
            <span className="block text-sm text-ink-3">
              <Link
                href={`/services/${gap.service}`}
                className="inline-block min-h-6 content-center hover:underline"
              >
                <bdi>{gap.serviceName}</bdi>
              </Link>
              {aboutIt(gap, unit)}
              {why?.[index] && <span className="text-no"> · {why[index]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type OwnPlans = Readonly<Record<string, Partial<PlanDraft>>>;

interface PlanRowsProps {
  gaps: readonly WorthGap[];
  common: PlanDraft;
  own: OwnPlans;
  owners: Pick<ComponentProps<typeof PersonField>, "people" | "now" | "placeholder">;
  unit: Unit;
  today: string;
  onChange: (own: OwnPlans) => void;
}

/** A few gaps to be planned, each with an owner and a day of its own, which begin as those for all. */
export function PlanRows({ gaps, common, own, owners, unit, today, onChange }: PlanRowsProps) {
  return (
    <ul aria-label="To be planned">
      {gaps.map((gap) => {
        const key = keyOf(gap);
        const name = `${gap.title} (${gap.serviceName})`;
        const set = (change: Partial<PlanDraft>) => onChange({ ...own, [key]: { ...own[key], ...change } });
        return (
          <li key={key} className="grid grid-cols-2 gap-x-3.5 gap-y-1.5 border-t border-line py-2">
            <span className="col-span-2">
              <bdi>{gap.title}</bdi>
              <span className="block text-sm text-ink-3">
                <bdi>{gap.serviceName}</bdi>
                {aboutIt(gap, unit)}
              </span>
            </span>
            <PersonField
              label={`Owner of ${name}`}
              hideLabel
              optional
              {...owners}
              teams={teamsOf([gap])}
              value={own[key]?.owner ?? common.owner}
              onChange={(owner) => set({ owner })}
            />
            <TextField
              label={`Due day of ${name}`}
              hideLabel
              optional
              type="date"
              min={today}
              value={own[key]?.dueOn ?? common.dueOn}
              onChange={(event) => set({ dueOn: event.target.value })}
            />
          </li>
        );
      })}
    </ul>
  );
}
