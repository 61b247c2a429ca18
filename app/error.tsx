"use client";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ProblemPage } from "@/components/ui/problem-page";
import { errorReference } from "./error-reference";

/** A page could not be made. What was saved is saved: a save is acknowledged only when it is stored. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <ProblemPage
      kicker="Something went wrong"
      title="This page could not be shown."
      reference={errorReference(error)}
      actions={
        <>
          <Button variant="main" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/services">Go to the services</ButtonLink>
        </>
      }
    >
      <p>Everything that was marked as saved is kept; what you were still typing on this page may be lost.</p>
      <p>Often it is over within a minute. Trying again is safe: it only reads.</p>
    </ProblemPage>
  );
}
