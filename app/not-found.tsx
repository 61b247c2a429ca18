import type { Metadata } from "next";
import { ProblemActions, ProblemPage } from "@/components/ui/problem-page";

export const metadata: Metadata = { title: "Not here" };

/** Nothing under this address, or nothing that this person may see: the two look the same on purpose. */
export default function NotFound() {
  return (
    <ProblemPage
      kicker="404"
      title="There is nothing at this address, or you may not see it."
      actions={
        <ProblemActions
          actions={[
            { label: "Go to the services", href: "/services" },
            { label: "See the teams", href: "/teams" },
          ]}
        />
      }
    >
      <p>
        It may have been renamed or removed, or part of the link is missing. Ask whoever sent it for its name,
        then search for that.
      </p>
    </ProblemPage>
  );
}
