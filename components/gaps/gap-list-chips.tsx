import Link from "next/link";
import { Chip } from "@/components/filters/choice-chips";
import { DUE_TEXT, GAP_CHOICES, type GapChoices, gapFilterValues } from "./gap-filter-options";
import {
  clearedGapHref,
  type GapListQuery,
  gapListHref,
  isGapListNarrowed,
  toggleGapHref,
} from "./gap-list-query";

/** What narrows the list right now; pressing a chip takes its filter away. */
export function GapListChips({ query, choices }: { query: GapListQuery; choices: GapChoices }) {
  if (!isGapListNarrowed(query)) return null;
  const all = [...GAP_CHOICES, ["service", "Service"] as const, ["standing", "Standing"] as const];
  return (
    <ul aria-label="Filters in force" className="flex flex-wrap items-center gap-1.5">
      {query.q !== "" && <Chip name="Search" value={query.q} href={gapListHref(query, { q: "" })} />}
      {query.question !== "" && (
        <Chip name="Question" value={query.question} href={gapListHref(query, { question: "" })} />
      )}
      {all.flatMap(([name, label]) => {
        const known = gapFilterValues(name, choices);
        return query[name].map((value) => (
          <Chip
            key={`${name}=${value}`}
            name={label}
            value={name === "tier" ? value : (known.find((each) => each.value === value)?.label ?? value)}
            href={toggleGapHref(query, name, value)}
          />
        ));
      })}
      {query.due !== "" && (
        <Chip name="Due" value={DUE_TEXT[query.due]} href={gapListHref(query, { due: "" })} />
      )}
      <li className="print:hidden">
        <Link
          href={clearedGapHref(query)}
          scroll={false}
          data-drops-search=""
          className="inline-block min-h-6 content-center px-1.5 text-sm text-ink-3 hover:text-ink hover:underline"
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
