import { Skeleton } from "@/components/ui/skeleton";

/** The frame of the exposure while its figures are on their way, in their sizes. */
export function ExposureFrame() {
  return (
    <div role="status">
      <span className="sr-only">Loading the exposure</span>
      <Skeleton className="h-9 w-full max-w-190" />
      <Skeleton className="mt-2 h-9 w-full max-w-150" />
      <Skeleton className="mt-3 mb-4 h-4.5 w-full max-w-220" />
      <Skeleton className="mb-4 h-7.5 w-full max-w-160" />
      <div className="grid gap-4.5 lg:grid-cols-[1.25fr_1fr]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
      </div>
      <Skeleton className="mt-4.5 h-100 rounded-xl" />
    </div>
  );
}
