import type { ReactNode } from "react";
import { ButtonLink } from "./button-link";
import { classNames } from "./class-names";
import { Link } from "./link";

interface PagerProps {
  /** What there is more of, for those who listen. */
  label: string;
  /** Address of the next page; null on the last. */
  next: string | null;
  /** Address of the first page; null on it. */
  first: string | null;
  className?: string | undefined;
  /** Other ways to go from here. */
  children?: ReactNode;
}

/** The way to the next page of a list, and back to the first. */
export function Pager({ label, next, first, className, children }: PagerProps) {
  if (next === null && first === null && children === undefined) return null;
  return (
    <nav
      aria-label={label}
      className={classNames(
        "flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-3 print:hidden",
        className,
      )}
    >
      {next !== null && <ButtonLink href={next}>More</ButtonLink>}
      {first !== null && <PagerLink href={first}>Back to the first page</PagerLink>}
      {children}
    </nav>
  );
}

/** One way to go from a list. */
export function PagerLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="min-h-6 content-center hover:text-ink hover:underline">
      {children}
    </Link>
  );
}
