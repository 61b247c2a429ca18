"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { ProblemPage } from "@/components/ui/problem-page";
import { UNAVAILABLE_DIGEST } from "@/lib/domain/errors";
import { errorReference } from "./error-reference";

// Plain anchors here and in not-found: what went wrong may be the page's own scripts, a whole new document is the surer way out,
// and the code of links is not sent a second time with every page.

/** How soon a page tries again by itself that could not be made for now. */
const AGAIN_MS = 4_000;

/** The server has too much to do, or its database is away: the page comes by itself. */
function PageLater({ retry }: { retry: () => void }) {
  useEffect(() => {
    const timer = setTimeout(retry, AGAIN_MS + Math.random() * 2_000);
    return () => clearTimeout(timer);
  });
  return (
    <ProblemPage
      kicker="In a moment"
      title="Plumbline is busy."
      actions={
        <>
          <Button variant="main" onClick={retry}>
            Try again now
          </Button>
          <a href="/services" className={buttonLook("plain", "normal")}>
            Go to the services
          </a>
        </>
      }
    >
      <p>
        Several large requests are running, and this page has to wait for them. It tries again by itself every
        few seconds.
      </p>
      <p>Nothing is lost: saving and everything that is quick go on meanwhile.</p>
    </ProblemPage>
  );
}

/** A page could not be made. What was saved is saved: a save is acknowledged only when it is stored. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = errorReference(error);
  if (reference === UNAVAILABLE_DIGEST) return <PageLater retry={retry} />;
  return (
    <ProblemPage
      kicker="Something went wrong"
      title="This page could not be shown."
      reference={reference}
      actions={
        <>
          <Button variant="main" onClick={retry}>
            Try again
          </Button>
          <a href="/services" className={buttonLook("plain", "normal")}>
            Go to the services
          </a>
        </>
      }
    >
      <p>Everything that was marked as saved is kept; what you were still typing on this page may be lost.</p>
      <p>Often it is over within a minute. Trying again is safe: it only reads.</p>
    </ProblemPage>
  );
}
