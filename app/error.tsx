"use client";

import { useEffect } from "react";
import { ProblemActions, ProblemPage } from "@/components/ui/problem-page";
import { UNAVAILABLE_DIGEST } from "@/lib/domain/errors";
import { errorReference } from "./error-reference";

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
        <ProblemActions
          actions={[
            { label: "Try again now", onClick: retry },
            { label: "Go to the services", href: "/services" },
          ]}
        />
      }
    >
      <p>Several large requests are running, so this page has to wait. It tries again every few seconds.</p>
      <p>Nothing is lost: saving and quick pages still work.</p>
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
        <ProblemActions
          actions={[
            { label: "Try again", onClick: retry },
            { label: "Go to the services", href: "/services" },
          ]}
        />
      }
    >
      <p>Everything marked as saved is kept. What you were still typing on this page may be lost.</p>
      <p>It often passes within a minute. Trying again is safe: it changes nothing.</p>
    </ProblemPage>
  );
}
