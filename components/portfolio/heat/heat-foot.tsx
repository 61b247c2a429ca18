"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";
import { counted } from "@/lib/domain/words";

interface HeatFootProps {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  failed: boolean;
  more: () => void;
}

/** Under the list: how much of it is there. Coming near brings the next page; a press does, too. */
export function HeatFoot({ shown, total, hasMore, loading, failed, more }: HeatFootProps) {
  const foot = useRef<HTMLDivElement>(null);
  const bring = useEffectEvent(more);
  const waits = hasMore && !loading && !failed;
  useEffect(() => {
    if (!waits || !foot.current) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && bring(),
      { rootMargin: "600px 0px" },
    );
    watch.observe(foot.current);
    return () => watch.disconnect();
  }, [waits]);
  if (!hasMore && shown < 50) return null;
  return (
    <div
      ref={foot}
      className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4.5 py-2 text-sm text-ink-3 print:hidden"
    >
      <span role="status">
        {hasMore
          ? `${shown.toLocaleString("en")} of ${counted(total, "service")}`
          : `All ${counted(shown, "service")}`}
        {failed && ". The next ones could not be loaded; what is here is right."}
      </span>
      {hasMore && (
        <Button onClick={more} busy={loading} busyText="Loading …">
          {failed ? "Try again" : "Show more"}
        </Button>
      )}
    </div>
  );
}

/** On paper, which has one sheet: how many services are not on it. */
export function PaperFoot({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className="hidden border-t border-line px-2 py-1 text-[0.6875rem] text-ink-3 print:block">
      The first {shown.toLocaleString("en")} of {counted(total, "service")}
    </p>
  );
}
