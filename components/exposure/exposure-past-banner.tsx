import { AsOfBanner } from "@/components/shell/as-of-banner";
import { formatTime } from "@/components/ui/format-time";
import type { ExposureView } from "@/lib/contracts/exposure";
import { isDay } from "@/lib/domain/as-of";
import { type ExposureQuery, exposureHref } from "./exposure-query";

interface ExposurePastBannerProps {
  view: ExposureView;
  query: ExposureQuery;
  timeZone: string;
}

/** That the exposure is one of the past, reckoned with the prices of then. */
export function ExposurePastBanner({ view, query, timeZone }: ExposurePastBannerProps) {
  const when = isDay(query.asOf)
    ? `at the end of ${formatTime(`${view.day}T00:00:00Z`, "UTC", "day")}`
    : `on ${formatTime(view.asOf, timeZone, "minute")}`;
  return (
    <AsOfBanner
      what="the exposure, with the prices in force then,"
      when={when}
      now={exposureHref(query, { asOf: "" })}
    />
  );
}
