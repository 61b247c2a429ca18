import { AsOfBanner } from "@/components/shell/as-of-banner";
import { pastWords } from "@/components/shell/past-words";
import type { ExposureView } from "@/lib/contracts/exposure";
import { type ExposureQuery, exposureHref } from "./exposure-query";

interface ExposurePastBannerProps {
  view: ExposureView;
  query: ExposureQuery;
  timeZone: string;
}

/** That the exposure is one of the past, reckoned with the prices of then. */
export function ExposurePastBanner({ view, query, timeZone }: ExposurePastBannerProps) {
  const when = pastWords(view, query, timeZone);
  return (
    <AsOfBanner
      what="the exposure, with the prices in force then,"
      when={when}
      now={exposureHref(query, { asOf: "" })}
    />
  );
}
