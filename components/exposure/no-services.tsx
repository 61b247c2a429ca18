import { type ExposureQuery, exposurePage, NO_CHOICE } from "@/components/addresses/pages";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { isExposureNarrowed } from "./exposure-query";

/** What stands where no service is: filters that match none, an instant before the first, or none at all. */
export function NoServices({ query }: { query: ExposureQuery }) {
  const narrowed = isExposureNarrowed(query);
  const past = query.asOf !== "";
  return (
    <Card>
      <EmptyState
        title={
          narrowed ? "Nothing to reckon with." : past ? "The first service came later." : "No service yet."
        }
        action={
          <>
            {narrowed && (
              <ButtonLink href={exposurePage.href(query, { ...NO_CHOICE, service: "" })}>
                Clear the filters
              </ButtonLink>
            )}
            {past && <ButtonLink href={exposurePage.href(query, { asOf: "" })}>Back to today</ButtonLink>}
            {!narrowed && !past && <ButtonLink href="/services">Services</ButtonLink>}
          </>
        }
      >
        {narrowed
          ? "Values of one filter widen the choice, another filter narrows it."
          : past
            ? "Choose a later day to see what there was."
            : "Gaps are what a service answers with no, partly or not at all: the first assessment shows what they cost."}
      </EmptyState>
    </Card>
  );
}
