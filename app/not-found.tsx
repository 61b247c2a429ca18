import type { Metadata } from "next";
import { ProblemActions, ProblemPage } from "@/components/ui/problem-page";

export const metadata: Metadata = { title: "Not here" };

/** Nothing under this address, or nothing that this person may see: the two look the same on purpose. */
export default function NotFound() {
  return (
    <ProblemPage
      kicker="404"
      title="There is nothing at this address, or nothing that you may see."
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
        It may have been renamed or removed, or the link was cut short on its way to you. Whoever sent it can
        tell you its name, and the list of services finds it by that.
      </p>
    </ProblemPage>
  );
}
