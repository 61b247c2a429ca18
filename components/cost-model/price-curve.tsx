import type { Price } from "@/lib/domain/price";
import { densityOf } from "./price-words";

/** What one incident costs, as a small density: cheap ones at the left, a mark at the middle and at the mean. */
export function PriceCurve({ price }: { price: Price }) {
  const { line, median, mean } = densityOf(price);
  return (
    <svg
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-7 w-24 shrink-0 text-brass"
    >
      <path d={`${line}L100 100Z`} className="fill-brass-soft" />
      <path d={line} fill="none" stroke="currentColor" strokeWidth={1.4} vectorEffect="non-scaling-stroke" />
      <path d="M0 100H100" className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
      <path d={`M${median} 20V100`} className="stroke-ink-2" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${mean} 20V100`}
        className="stroke-ink-3"
        strokeDasharray="2 2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
