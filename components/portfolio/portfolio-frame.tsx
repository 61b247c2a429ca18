import { PageSkeleton, Skeleton } from "@/components/ui/skeleton";

/** The frame of the portfolio while its figures are on their way. */
export function PortfolioFrame() {
  return (
    <PageSkeleton what="portfolio">
      <div className="grid gap-4.5 md:grid-cols-[1fr_2.1fr]">
        <Skeleton className="h-56 rounded-xl" />
        <Skeleton className="h-56 rounded-xl" />
      </div>
      <div className="mt-4.5 grid gap-4.5 md:grid-cols-[1.75fr_1fr]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
      </div>
    </PageSkeleton>
  );
}
