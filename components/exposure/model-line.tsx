import Link from "next/link";
import type { ExposureView } from "@/lib/contracts/exposure";
import { PricedCosts } from "../figure/priced-costs";

/** What the figures rest on, in one calm line that leads there. */
export function ModelLine({ view, mayPrice }: { view: ExposureView; mayPrice: boolean }) {
  const { pricedCosts } = view.now;
  const link = (text: string) => (
    <Link href="/exposure/model" prefetch={false} className="link">
      {text}
    </Link>
  );
  if (pricedCosts === 0) {
    return mayPrice ? (
      <>These are incidents, since no cost has a price yet. {link("Set prices")} to see money.</>
    ) : (
      <>
        These are incidents, since no cost has a price yet. An admin or executive sets them in{" "}
        {link("prices and rates")}.
      </>
    );
  }
  return (
    <>
      {view.model.example && "The prices are an example, not yours. "}
      <PricedCosts count={pricedCosts} /> Rates and prices are {link("assumptions")}; the sums assume that
      gaps cause separate incidents.
    </>
  );
}
