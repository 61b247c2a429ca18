import type { ReactNode } from "react";
import { Link } from "./link";

interface TrailProps {
  /** The way back up, from the top. */
  steps: readonly { href: string; label: string }[];
  className?: string | undefined;
  /** Where one is, when the heading does not say it. */
  children?: ReactNode;
}

/** Where a page is filed. */
export function Trail({ steps, className = "mb-1.5 print:hidden", children }: TrailProps) {
  return (
    <nav aria-label="You are here" className={className}>
      <ol className="flex flex-wrap gap-x-1.5 text-sm text-ink-3">
        {steps.map((step) => (
          <li key={step.href} className="flex min-w-0 items-center gap-1.5">
            <Link
              href={step.href}
              className="min-h-6 max-w-full content-center [overflow-wrap:anywhere] hover:text-ink hover:underline"
            >
              <bdi>{step.label}</bdi>
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
        {children !== undefined && <li className="min-w-0 content-center">{children}</li>}
      </ol>
    </nav>
  );
}
