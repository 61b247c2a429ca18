import { isNarrowed, NO_CHOICE } from "@/components/address/choice-query";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { type ChangesQuery, changedHref } from "./changes-query";

/** What stands where nothing changed, or nothing of what the filters choose. */
export function NothingChanged({ query, services }: { query: ChangesQuery; services: number | null }) {
  if (services === 0) {
    return (
      <Card>
        <EmptyState title="No service yet." action={<ButtonLink href="/services">Services</ButtonLink>}>
          From the first one on, this page says what opened, what closed, and why.
        </EmptyState>
      </Card>
    );
  }
  const narrowed = isNarrowed(query) || query.service !== "";
  return (
    <Card>
      <EmptyState
        title={narrowed ? "Nothing that is chosen here has changed." : "All stands as it stood."}
        action={
          narrowed && (
            <ButtonLink href={changedHref(query, { ...NO_CHOICE, service: "" })}>
              Clear the filters
            </ButtonLink>
          )
        }
      >
        No gap opened or closed, no service moved, and exposure is what it was.{" "}
        {narrowed
          ? "Clear the filters to look at all services, or choose an earlier day to look further back."
          : "Choose an earlier day to look further back."}
      </EmptyState>
    </Card>
  );
}
