import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { ProblemPage } from "@/components/ui/problem-page";

export const metadata: Metadata = { title: "Not here" };

/** Nothing under this address, or nothing that this person may see: the two look the same on purpose. */
export default function NotFound() {
  return (
    <ProblemPage
      kicker="404"
      title="There is nothing at this address, or nothing that you may see."
      actions={
        <>
          <ButtonLink href="/services" variant="main">
            Go to the services
          </ButtonLink>
          <ButtonLink href="/teams">See the teams</ButtonLink>
        </>
      }
    >
      <p>
        It may have been renamed or removed, or the link was cut short on its way to you. Whoever sent it can
        tell you its name, and the list of services finds it by that.
      </p>
    </ProblemPage>
  );
}
