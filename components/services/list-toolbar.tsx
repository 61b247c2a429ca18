import { Search } from "lucide-react";
import Form from "next/form";
import { inputLook } from "@/components/ui/input-look";
import {
  LIFECYCLES,
  STANDING_TEXT,
  STANDINGS,
  TIER_TEXT,
  TIERS,
} from "@/lib/domain/vocabulary";
import { FilterMenu, type FilterOption } from "./filter-menu";
import type { ListQuery } from "./list-query";

/** What the list can be filtered by, beside the closed lists. */
export interface ListChoices {
  teams: readonly { slug: string; name: string }[];
  tags: readonly { tag: string; services: number }[];
}

/** A lifecycle with a capital, for places where it stands alone. */
export const lifecycleName = (lifecycle: string): string => lifecycle[0]?.toUpperCase() + lifecycle.slice(1);

/** The values of each filter, in the words of the screen. */
export function filterOptions(choices: ListChoices): Record<"team" | "standing" | "tier" | "lifecycle" | "tag", FilterOption[]> {
  return {
    team: choices.teams.map(({ slug, name }) => ({ value: slug, label: name })),
    standing: STANDINGS.map((standing) => ({ value: standing, label: STANDING_TEXT[standing] })),
    tier: TIERS.map((tier) => ({ value: String(tier), label: `Tier ${tier}`, note: TIER_TEXT[tier].name })),
    lifecycle: LIFECYCLES.map((lifecycle) => ({ value: lifecycle, label: lifecycleName(lifecycle) })),
    tag: choices.tags.map(({ tag, services }) => ({ value: tag, label: tag, note: String(services) })),
  };
}

/** Search and filters over the list. Everything is in the address; the search works before any script does. */
export function ListToolbar({ query, choices }: { query: ListQuery; choices: ListChoices }) {
  const options = filterOptions(choices);
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2 print:hidden">
      <Form action="/services" scroll={false} role="search" className="relative mr-1.5 w-full sm:w-56">
        <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-ink-3" />
        <input
          key={query.q}
          type="search"
          name="q"
          defaultValue={query.q}
          maxLength={200}
          placeholder="Name or team"
          aria-label="Find services by name or team"
          className={`${inputLook} h-7.5 pl-8 pointer-coarse:h-10`}
        />
        {(["team", "standing", "tier", "lifecycle", "tag"] as const).flatMap((name) =>
          query[name].map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
        )}
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
      </Form>
      <FilterMenu query={query} name="team" label="Team" options={options.team} />
      <FilterMenu query={query} name="standing" label="Standing" options={options.standing} />
      <FilterMenu query={query} name="tier" label="Tier" options={options.tier} />
      <FilterMenu query={query} name="lifecycle" label="Lifecycle" options={options.lifecycle} />
      <FilterMenu query={query} name="tag" label="Tag" options={options.tag} />
    </div>
  );
}
