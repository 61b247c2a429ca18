import Link from "next/link";
import type { WorthGap } from "@/lib/contracts/exposure";

interface FixListProps {
  title: string;
  gaps: readonly WorthGap[];
  /** What is said of each, in the same order. */
  why?: readonly string[] | undefined;
}

/** Gaps by name, with where they are; of those that were refused, why. */
export function FixList({ title, gaps, why }: FixListProps) {
  if (gaps.length === 0) return null;
  return (
    <section>
      <h3 className="text-sm font-strong text-ink-2">
        {title} <span className="font-normal text-ink-3">{gaps.length.toLocaleString("en")}</span>
      </h3>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {gaps.map((gap, index) => (
          <li key={`${gap.service} ${gap.question}`} className="border-t border-line py-1">
            {gap.text}
            <span className="block text-sm text-ink-3">
              <Link
                href={`/services/${gap.service}`}
                prefetch={false}
                className="inline-block min-h-6 content-center hover:underline"
              >
                <bdi>{gap.serviceName}</bdi>
              </Link>
              {why?.[index] && <span className="text-no"> · {why[index]}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
