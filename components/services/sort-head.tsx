import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { Th } from "@/components/ui/table";
import { type ListQuery, type SortKey, sortHref } from "./list-query";

interface SortHeadProps {
  query: ListQuery;
  by: SortKey;
  numeric?: boolean | undefined;
  className?: string | undefined;
  children: string;
}

/** Head of a column that sorts by it: once its own way, again the other way. */
export function SortHead({ query, by, numeric, className, children }: SortHeadProps) {
  const down = query.sort === `-${by}`;
  const sorted = down || query.sort === by;
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <Th
      numeric={numeric}
      className={className}
      aria-sort={sorted ? (down ? "descending" : "ascending") : undefined}
    >
      <Link
        href={sortHref(query, by)}
        scroll={false}
        prefetch={false}
        className="-mt-1.5 inline-flex min-h-6 items-end gap-0.5 rounded-sm hover:text-ink"
      >
        {children}
        {sorted && <Arrow aria-hidden="true" className="mb-0.5 size-3" />}
      </Link>
    </Th>
  );
}
