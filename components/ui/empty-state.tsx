import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** One or two sentences: why it is empty and what would fill it. */
  children: ReactNode;
  /** The next step, as a ButtonLink or Button. */
  action?: ReactNode;
}

/** What stands where a list has nothing yet; it teaches the next step. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-[30em] justify-items-center gap-2 px-4 py-10 text-center">
      <h2 className="font-serif text-2xl font-normal tracking-tight text-balance">{title}</h2>
      <p className="text-pretty text-ink-2">{children}</p>
      {action !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
