import { PageSkeleton, Skeleton } from "@/components/ui/skeleton";

/** The frame of the exposure while its figures are on their way. */
export function ExposureFrame() {
  return (
    <PageSkeleton what="exposure">
      <div className="grid gap-4.5 lg:grid-cols-[1.25fr_1fr]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
      </div>
    </PageSkeleton>
  );
}
