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
