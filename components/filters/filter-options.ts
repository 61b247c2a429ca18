import type { ServiceFilter } from "@/lib/domain/filters";
import { LIFECYCLES, STANDING_TEXT, STANDINGS, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { capital } from "@/lib/domain/words";

/** What lists can be filtered by, beside the closed lists. */
export interface ListChoices {
  teams: readonly { slug: string; name: string; deleted?: boolean | undefined }[];
  tags: readonly { tag: string; services: number }[];
  /** Who owns what is open. */
  owners: readonly { id: string; name: string; disabled: boolean; gaps: number }[];
}

/** Short names of the teams that were deleted since. */
export const goneTeams = ({ teams }: ListChoices): string[] =>
  teams.filter(({ deleted }) => deleted).map(({ slug }) => slug);

/** A filter in the words of the screen. */
export interface FilterOptions {
  label: string;
  /** The values that are offered. */
  values(choices: ListChoices): readonly { value: string; label: string; note?: string | undefined }[];
}

/** The filters of services, in the order of the toolbar. */
export const FILTERS: Readonly<Record<ServiceFilter, FilterOptions>> = {
  team: {
    label: "Team",
    values: ({ teams }) =>
      teams.map(({ slug, name, deleted }) => ({
        value: slug,
        label: deleted ? `${name} (deleted)` : name,
      })),
  },
  standing: {
    label: "Standing",
    values: () => STANDINGS.map((standing) => ({ value: standing, label: STANDING_TEXT[standing] })),
  },
  tier: {
    label: "Tier",
    values: () =>
      TIERS.map((tier) => ({ value: String(tier), label: `Tier ${tier}`, note: TIER_TEXT[tier].name })),
  },
  lifecycle: {
    label: "Lifecycle",
    values: () => LIFECYCLES.map((lifecycle) => ({ value: lifecycle, label: capital(lifecycle) })),
  },
  tag: {
    label: "Tag",
    values: ({ tags }) =>
      tags.map(({ tag, services }) => ({ value: tag, label: tag, note: String(services) })),
  },
  owner: {
    label: "Gap owner",
    values: ({ owners }) => [
      { value: "none", label: "Nobody" },
      ...owners.map(({ id, name, disabled, gaps }) => ({
        value: id,
        label: name,
        note: disabled ? "disabled" : String(gaps),
      })),
    ],
  },
};
export const FILTER_NAMES = Object.keys(FILTERS) as ServiceFilter[];
