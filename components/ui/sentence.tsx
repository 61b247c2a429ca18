import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Link } from "./link";

interface SentenceProps {
  children: ReactNode;
  /** The page's heading is this sentence unless the page has another <h1>. */
  as?: "h1" | "p" | undefined;
  /** A second, smaller line: what changed, what it rests on. */
  sub?: ReactNode;
  className?: string | undefined;
}

/** The serif sentence with numbers that opens a screen. Put its figures in SentenceLink. */
export function Sentence({ children, as: Tag = "h1", sub, className }: SentenceProps) {
  return (
    <div className={className}>
      <Tag className="say [overflow-wrap:anywhere]">{children}</Tag>
      {sub !== undefined && <p className="mt-2 max-w-[88em] text-pretty text-ink-2">{sub}</p>}
    </div>
  );
}

interface SentenceLinkProps {
  href: string;
  tone?: "good" | "bad" | undefined;
  children: ReactNode;
}

/** A figure inside a Sentence, leading to what it is made of. */
export function SentenceLink({ href, tone, children }: SentenceLinkProps) {
  return (
    <Link href={href} className={classNames(tone)}>
      {children}
    </Link>
  );
}
