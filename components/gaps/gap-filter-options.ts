import type { GapChoice } from "@/components/addresses/pages";
import { FILTERS, type FilterOptions } from "@/components/filters/filter-options";
import {
  amongGaps,
  amongGapsName,
  type GAP_DUES,
  GAP_KINDS,
  type GAP_SORTS,
  type GapFilter,
  SERVICE_FILTER_NAMES,
} from "@/lib/domain/filters";
import { AREA_TEXT, AREAS, COST_TEXT, COSTS } from "@/lib/domain/vocabulary";

const KIND_TEXT: Record<(typeof GAP_KINDS)[number], { label: string; note: string }> = {
  blocker: { label: "Blockers", note: "critical" },
  known: { label: "Known", note: "no, partly" },
  unknown: { label: "Unknown", note: "nobody can say" },
  stale: { label: "Stale", note: "to be confirmed" },
  accepted: { label: "Accepted", note: "waiver" },
};
export const DUE_TEXT: Record<(typeof GAP_DUES)[number], string> = {
  overdue: "Overdue",
  week: "Due within a week",
  planned: "With a date",
  none: "Without a date",
};
export const SORT_TEXT: Record<(typeof GAP_SORTS)[number], string> = {
  worth: "Worst first",
  worthPerDay: "Most saved by a day of work",
  incidents: "Most incidents first",
  due: "By due date",
  age: "Oldest first",
  service: "By service",
  effort: "Least work first",
};

const OWN: Readonly<Record<GapFilter, FilterOptions>> = {
  service: { label: "Service", values: () => [] },
  kind: { label: "Kind", values: () => GAP_KINDS.map((kind) => ({ value: kind, ...KIND_TEXT[kind] })) },
  owner: {
    label: "Owner",
    values: (choices) => [{ value: "me", label: "Me" }, ...FILTERS.owner.values(choices)],
  },
  area: {
    label: "Area",
    values: () => AREAS.map((area) => ({ value: area, label: AREA_TEXT[area].name })),
  },
  cost: {
    label: "Cost",
    values: () => COSTS.map((cost) => ({ value: cost, label: COST_TEXT[cost].name })),
  },
};

/** The filters of the list, those of services too. One that shares its name with a filter of gaps says what it is about. */
export const GAP_FILTER_OPTIONS: Readonly<Record<GapChoice, FilterOptions>> = {
  ...amongGaps(FILTERS),
  ...Object.fromEntries(
    SERVICE_FILTER_NAMES.filter((name) => amongGapsName(name) !== name).map((name) => [
      amongGapsName(name),
      { ...FILTERS[name], label: `Service with ${FILTERS[name].label.toLowerCase()}` },
    ]),
  ),
  ...OWN,
};

/** The filters in the order of the toolbar; the others come by links only. */
export const OFFERED = [
  "kind",
  "team",
  "owner",
  "area",
  "cost",
  "tier",
  "lifecycle",
  "tag",
] as const satisfies readonly GapChoice[];
/** All of them, in the order of their chips. */
export const GAP_CHOICES = [
  ...new Set<GapChoice>([...OFFERED, ...(Object.keys(GAP_FILTER_OPTIONS) as GapChoice[])]),
];
