"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Tag } from "@/components/ui/tag";

/** A service to be chosen. */
export interface MoveChoice {
  slug: string;
  name: string;
  team: string;
  teamName: string;
  tier: number;
  /** What it is asked now: "Production readiness, version 1". */
  asked: string;
  /** Whether that is a version of the same checklist. */
  same: boolean;
  /** Whether that is the version that services are moved to. */
  there: boolean;
}

interface ChooseServicesProps {
  services: readonly MoveChoice[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Services with boxes, narrowed by team, tier and what they are asked now. */
export function ChooseServices({ services, chosen, onChoose }: ChooseServicesProps) {
  const [team, setTeam] = useState("");
  const [tier, setTier] = useState("");
  const movable = services.filter((service) => !service.there);
  const [asked, setAsked] = useState(() => movable.find((service) => service.same)?.asked ?? "");
  const shown = movable.filter(
    (service) =>
      (team === "" || service.team === team) &&
      (tier === "" || String(service.tier) === tier) &&
      (asked === "" || service.asked === asked),
  );
  const all = shown.length > 0 && shown.every((service) => chosen.has(service.slug));
  const toggle = (slugs: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const slug of slugs) on ? next.add(slug) : next.delete(slug);
    onChoose(next);
  };
  if (movable.length === 0) {
    return (
      <EmptyState title="There is nothing to move.">
        Every service in use has this version already, or there is no service yet.
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label="Asked now"
          value={asked}
          options={choices("Anything", movable, (service) => [service.asked, service.asked])}
          onChange={(event) => setAsked(event.target.value)}
        />
        <Select
          label="Team"
          value={team}
          options={choices("Every team", movable, (service) => [service.team, service.teamName])}
          onChange={(event) => setTeam(event.target.value)}
        />
        <Select
          label="Tier"
          value={tier}
          options={choices("Every tier", movable, ({ tier }) => [String(tier), `Tier ${tier}`])}
          onChange={(event) => setTier(event.target.value)}
        />
        <Button
          disabled={shown.length === 0}
          onClick={() =>
            toggle(
              shown.map((service) => service.slug),
              !all,
            )
          }
        >
          {all ? "Choose none" : `Choose all ${shown.length}`}
        </Button>
      </div>
      <ul className="rounded-xl border border-line bg-card shadow-card">
        {shown.map((service) => (
          <li
            key={service.slug}
            className="flex flex-wrap items-center gap-x-3 gap-y-0.5 border-t border-line px-4.5 py-1.5 first:border-t-0"
          >
            <Checkbox
              className="min-w-0 flex-1 basis-56"
              label={<bdi className="[overflow-wrap:anywhere]">{service.name}</bdi>}
              checked={chosen.has(service.slug)}
              onChange={(event) => toggle([service.slug], event.target.checked)}
            />
            <span className="text-sm text-ink-3">
              <bdi>{service.teamName}</bdi>
            </span>
            <Tag>tier {service.tier}</Tag>
            <span className="text-sm text-ink-3 sm:w-64 sm:text-right">{service.asked}</span>
          </li>
        ))}
        {shown.length === 0 && <li className="px-4.5 py-4 text-ink-3">No service matches.</li>}
      </ul>
    </div>
  );
}

function choices(
  every: string,
  services: readonly MoveChoice[],
  of: (service: MoveChoice) => [value: string, label: string],
) {
  const found = new Map(services.map(of));
  const sorted = [...found].sort(([, a], [, b]) => a.localeCompare(b, "en", { numeric: true }));
  return [{ value: "", label: every }, ...sorted.map(([value, label]) => ({ value, label }))];
}
