import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** The place of something that is on its way, in its size, so that nothing jumps. Give it width and height. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={classNames("block animate-pulse rounded-md bg-line/70", className)} />
  );
}

const WIDTHS = ["w-full", "w-11/12", "w-4/5", "w-full", "w-2/3"] as const;

/** Lines of text on their way, announced once as "Loading". */
export function SkeletonLines({ lines = 4 }: { lines?: number | undefined }) {
  return (
    <div role="status" className="grid gap-2.5">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <Skeleton key={line} className={classNames("h-3.5", WIDTHS[line % WIDTHS.length])} />
      ))}
    </div>
  );
}

/** A page of figures on its way, under a sentence and a row of filters, in their sizes. @param what it shows */
export function PageSkeleton({ what, children }: { what: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">Loading the {what}</span>
      <Skeleton className="h-9 w-full max-w-190" />
      <Skeleton className="mt-2 h-9 w-full max-w-150" />
      <Skeleton className="mt-3 mb-4 h-4.5 w-full max-w-220" />
      <Skeleton className="mb-4 h-7.5 w-full max-w-160" />
      {children}
      <Skeleton className="mt-4.5 h-100 rounded-xl" />
    </div>
  );
}
