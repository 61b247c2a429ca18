"use client";

import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import { signOut } from "@/lib/client/session";

/** An invitation is opened in a browser where somebody is signed in: they leave first, or leave it alone. */
export function SignedInAs({ name }: { name: string }) {
  const { save, busy, problem } = useSave({
    send: signOut,
    onSaved: () => window.location.reload(),
    leaves: true,
  });
  return (
    <div className="mt-7 grid gap-4">
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <p className="text-ink-2">
        In this browser <bdi className="font-strong text-ink">{name}</bdi> is signed in. To join as somebody
        else, that session has to end first; the link stays valid.
      </p>
      <Button
        variant="main"
        size="large"
        className="w-full"
        busy={busy}
        busyText="Signing out …"
        onClick={() => save()}
      >
        Sign out and join
      </Button>
      <ButtonLink href="/" replace size="large" className="w-full">
        Stay signed in
      </ButtonLink>
    </div>
  );
}
