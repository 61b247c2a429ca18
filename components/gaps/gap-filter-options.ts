import { type DUES, type GAP_SORTS, type GapChoice, KINDS } from "@/components/addresses/pages";
import { capital, filterValues } from "@/components/filters/filter-options";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS } from "@/lib/domain/vocabulary";

/** What the list can be filtered by, beside the closed lists. */
export interface GapChoices {
  teams: readonly { slug: string; name: string }[];
  tags: readonly { tag: string; services: number }[];
  /** Who owns what is open. */
  owners: readonly { id: string; name: string; disabled: boolean; gaps: number }[];
}

/** The filters in the order of the toolbar, with their names; `service` and `question` come by links only. */
export const GAP_CHOICES = [
  ["kind", "Kind"],
  ["team", "Team"],
  ["owner", "Owner"],
  ["area", "Area"],
  ["cost", "Cost"],
  ["tier", "Tier"],
  ["lifecycle", "Lifecycle"],
  ["tag", "Tag"],
] as const satisfies readonly (readonly [GapChoice, string])[];

const KIND_TEXT: Record<(typeof KINDS)[number], { label: string; note: string }> = {
  blocker: { label: "Blockers", note: "critical" },
  known: { label: "Known", note: "no, partly" },
  unknown: { label: "Unknown", note: "nobody can say" },
  stale: { label: "Stale", note: "to be confirmed" },
  accepted: { label: "Accepted", note: "waiver" },
};
export const DUE_TEXT: Record<(typeof DUES)[number], string> = {
  overdue: "Overdue",
  week: "Due within a week",
  planned: "With a date",
  none: "Without a date",
};
export const SORT_TEXT: Record<(typeof GAP_SORTS)[number], string> = {
  worth: "Worst first",
  worthPerDay: "Worth most for a day of work",
  incidents: "Most incidents first",
  due: "By due date",
  age: "Oldest first",
  service: "By service",
  effort: "Least work first",
};

/** The values of one filter, in the words of the screen. */
export function gapFilterValues(
  name: GapChoice,
  choices: GapChoices,
): { value: string; label: string; note?: string | undefined }[] {
  switch (name) {
    case "kind":
      return KINDS.map((kind) => ({ value: kind, ...KIND_TEXT[kind] }));
    case "owner":
      return [
        { value: "me", label: "Me" },
        { value: "none", label: "Nobody" },
        ...choices.owners.map(({ id, name: owner, disabled, gaps }) => ({
          value: id,
          label: owner,
          note: disabled ? "disabled" : String(gaps),
        })),
      ];
    case "area":
      return AREAS.map((area) => ({ value: area, label: AREA_TEXT[area].name }));
    case "cost":
      return COSTS.map((cost) => ({ value: cost, label: COST_TEXT[cost].name }));
    case "service":
      return [];
    default:
      return filterValues(name, choices).map((each) =>
        name === "lifecycle" ? { ...each, label: capital(each.label) } : each,
      );
  }
}
