import type { Choice } from "@/components/addresses/pages";
import { LIFECYCLES, STANDING_TEXT, STANDINGS, TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";

/** What the list can be filtered by, beside the closed lists. */
export interface ListChoices {
  teams: readonly { slug: string; name: string }[];
  tags: readonly { tag: string; services: number }[];
}

/** The filters in the order of the toolbar, with their names. */
export const CHOICES = [
  ["team", "Team"],
  ["standing", "Standing"],
  ["tier", "Tier"],
  ["lifecycle", "Lifecycle"],
  ["tag", "Tag"],
] as const satisfies readonly (readonly [Choice, string])[];

/** A word with a capital, for places where it stands alone. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The values of one filter, in the words of the screen. */
export function filterValues(
  name: Choice,
  { teams, tags }: ListChoices,
): { value: string; label: string; note?: string | undefined }[] {
  switch (name) {
    case "team":
      return teams.map((team) => ({ value: team.slug, label: team.name }));
    case "standing":
      return STANDINGS.map((standing) => ({ value: standing, label: STANDING_TEXT[standing] }));
    case "tier":
      return TIERS.map((tier) => ({
        value: String(tier),
        label: `Tier ${tier}`,
        note: TIER_TEXT[tier].name,
      }));
    case "lifecycle":
      return LIFECYCLES.map((lifecycle) => ({ value: lifecycle, label: capital(lifecycle) }));
    case "tag":
      return tags.map(({ tag, services }) => ({ value: tag, label: tag, note: String(services) }));
  }
}
