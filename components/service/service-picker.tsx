"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { inputLook } from "@/components/ui/input-look";
import { RemovableChip } from "@/components/ui/removable-chip";
import { send } from "@/lib/client/request";
import { LIST_LIMITS } from "@/lib/domain/text";
import type { Picked } from "./service-draft";

interface ServicePickerProps {
  label: string;
  hint: string;
  value: readonly string[];
  /** @param services what is chosen, as far as it was met */
  onChange: (slugs: string[], services: Picked[]) => void;
  /** The first services by name, and the names of what is chosen already. */
  known: readonly Picked[];
  /** Cannot be picked: the service itself. */
  except?: string | undefined;
  error?: string | undefined;
  /** At least one is needed. */
  required?: boolean | undefined;
}

const PAGE = 20;

/** Several services out of however many there are: type to find, tick to choose; what is chosen stands above. */
export function ServicePicker({
  label,
  hint,
  value,
  onChange,
  known,
  except,
  error,
  required = false,
}: ServicePickerProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [met, setMet] = useState<ReadonlyMap<string, Picked>>(
    new Map(known.map((each) => [each.slug, each])),
  );
  const q = useDeferredValue(typed.trim().slice(0, 200));
  const found = useQuery<Picked[]>({
    queryKey: ["services", "pick", q],
    enabled: q !== "",
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const { items } = await send("GET /api/v1/services", { query: { q, limit: PAGE }, signal });
      return items.map(({ slug, name, teamName, tier }) => ({ slug, name, teamName, tier }));
    },
  });
  const first = [...met.values()].slice(0, PAGE);
  const matches = (q === "" ? first : (found.data ?? [])).filter(({ slug }) => slug !== except);
  const nameOf = (slug: string) => met.get(slug)?.name ?? slug;
  const full = value.length >= LIST_LIMITS.dependsOn;

  const choose = (slugs: string[], all = met) =>
    onChange(
      slugs,
      slugs.flatMap((slug) => all.get(slug) ?? []),
    );
  function toggle(service: Picked): void {
    const all = new Map(met).set(service.slug, service);
    setMet(all);
    const has = value.includes(service.slug);
    choose(has ? value.filter((slug) => slug !== service.slug) : [...value, service.slug], all);
  }

  return (
    <fieldset id="depends-on" aria-describedby={`${id}-hint`} className="min-w-0 scroll-mt-16">
      <legend className="mb-1 flex items-baseline gap-1.5 text-sm font-strong">
        {label} {!required && <span className="font-normal text-ink-3">optional</span>}
      </legend>
      <p id={`${id}-hint`} className="-mt-0.5 mb-1.5 text-sm text-ink-3">
        {hint}
      </p>
      {value.length > 0 && (
        <ul aria-label="Chosen" className="mb-1.5 flex flex-wrap gap-1.25">
          {value.map((slug) => (
            <li key={slug} className="flex max-w-full">
              <RemovableChip
                name={nameOf(slug)}
                onRemove={() => choose(value.filter((each) => each !== slug))}
              >
                <bdi className="min-w-0 [overflow-wrap:anywhere]">{nameOf(slug)}</bdi>
              </RemovableChip>
            </li>
          ))}
        </ul>
      )}
      <div className="overflow-hidden rounded-[7px] border border-field bg-card has-[input[type=search]:focus-visible]:outline-2 has-[input[type=search]:focus-visible]:outline-focus">
        <input
          type="search"
          dir="auto"
          aria-label="Find a service by name or team"
          placeholder="Find a service by name or team"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          className={`${inputLook} h-8 rounded-none! border-0! outline-none! pointer-coarse:h-10`}
        />
        <div className="max-h-52 overflow-y-auto border-t border-line px-2.5 py-1">
          {matches.map((service) => (
            <Checkbox
              key={service.slug}
              checked={value.includes(service.slug)}
              disabled={full && !value.includes(service.slug)}
              onChange={() => toggle(service)}
              label={
                <span className="[overflow-wrap:anywhere]">
                  <bdi>{service.name}</bdi> <bdi className="text-sm text-ink-3">{service.teamName}</bdi>
                </span>
              }
            />
          ))}
          <p role="status" className="py-0.5 text-sm text-ink-3 empty:hidden">
            {said({ q, failed: found.isError, pending: found.isPending, count: matches.length, full })}
          </p>
        </div>
      </div>
      {error && <p className="mt-1 text-sm font-medium text-no">{error}</p>}
    </fieldset>
  );
}

function said(of: {
  q: string;
  failed: boolean;
  pending: boolean;
  count: number;
  full: boolean;
}): string | null {
  if (of.full) return `At most ${LIST_LIMITS.dependsOn} can be chosen.`;
  if (of.q !== "" && of.failed) return "The search does not work at the moment. What is chosen is kept.";
  if (of.q !== "" && of.pending) return "Looking …";
  if (of.count === 0) return of.q === "" ? "There is no other service yet." : "No service is called that.";
  return of.count >= PAGE ? "Type to find the others." : null;
}
