import { Check } from "lucide-react";
import Link from "next/link";
import { LinkTabs } from "@/components/ui/link-tabs";
import { TIER_TEXT, TIERS } from "@/lib/domain/vocabulary";
import { type QuestionFilter, questionsHref, withTag } from "./question-filter";
import { tagName } from "./version-sentence";

interface FilterBarProps {
  page: string;
  filter: QuestionFilter;
  /** The tags that the version knows. */
  tags: readonly string[];
}

/** What would a service of this tier with these tags be asked? Every choice is an address. */
export function FilterBar({ page, filter, tags }: FilterBarProps) {
  const tabs = [
    {
      href: questionsHref(page, { ...filter, tier: null }),
      label: "Any tier",
      current: filter.tier === null,
    },
    ...TIERS.map((tier) => ({
      href: questionsHref(page, { ...filter, tier }),
      label: `${tier} ${TIER_TEXT[tier].name}`,
      current: filter.tier === tier,
    })),
  ];
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2.5 print:hidden">
      <LinkTabs label="Tier of the service" look="segments" tabs={tabs} />
      {tags.length > 0 && (
        <nav aria-label="Tags of the service" className="flex flex-wrap items-center gap-1.5">
          <span className="text-sm text-ink-3">with</span>
          {tags.map((tag) => {
            const chosen = filter.tags.includes(tag);
            return (
              <Link
                key={tag}
                href={questionsHref(page, withTag(filter, tag))}
                scroll={false}
                aria-current={chosen ? "true" : undefined}
                className="inline-flex min-h-6.5 items-center gap-1 rounded-full border border-line-strong px-2.5 text-[0.8125rem] text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:bg-card aria-[current]:font-strong aria-[current]:text-ink"
              >
                {chosen && <Check aria-hidden="true" className="size-3" />}
                {tagName(tag)}
              </Link>
            );
          })}
        </nav>
      )}
    </div>
  );
}
