import { NO_CHOICE } from "@/components/address/choice-query";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/lib/domain/words";
import { type PortfolioQuery, portfolioHref } from "../address/portfolio-query";

interface NoMatchProps {
  query: PortfolioQuery;
  retired: number;
  narrowed: boolean;
}

/** What stands where no service is: filters that match none, an instant before the first, or only retired ones. */
export function NoMatch({ query, retired, narrowed }: NoMatchProps) {
  const past = query.asOf !== "";
  const title = narrowed
    ? "No service matches these filters."
    : past
      ? "The first service came later."
      : "Every service is retired.";
  return (
    <Card>
      <EmptyState
        title={title}
        action={
          <>
            {narrowed && <ButtonLink href={portfolioHref(query, NO_CHOICE)}>Clear the filters</ButtonLink>}
            {past && <ButtonLink href={portfolioHref(query, { asOf: "" })}>Back to today</ButtonLink>}
            {retired > 0 && (
              <ButtonLink href={portfolioHref(query, { lifecycle: ["retired"] })}>
                Show {counted(retired, "retired service")}
              </ButtonLink>
            )}
          </>
        }
      >
        {narrowed
          ? "Values of one filter widen the choice, another filter narrows it."
          : past
            ? "Choose a later day to see what there was."
            : "Retired services are left out of every figure until they are asked for."}
      </EmptyState>
    </Card>
  );
}
