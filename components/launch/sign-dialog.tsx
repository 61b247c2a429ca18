"use client";

import { type KeyboardEvent, useRef } from "react";
import { PasswordField } from "@/components/forms/password-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { toasts } from "@/components/ui/toast-store";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import type { SignRole } from "@/lib/domain/launch/vocabulary";
import { useLaunchFrame } from "./launch-frame";
import { roleWord, shortRevision } from "./launch-words";
import { namesIn } from "./named-questions";
import { SignFields } from "./sign-fields";
import { SignRefusal } from "./sign-refusal";
import { useSign } from "./use-sign";
import { whatIsSigned } from "./what-is-signed";

/** Enter never signs, wherever the focus is; Space and the pointer do. */
function noEnter(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key === "Enter" && (target === currentTarget || target instanceof HTMLInputElement))
    event.preventDefault();
}

/** Signs for a role: shows exactly what is frozen, asks for the decision, and for the password where it was given long ago (L3). */
export function SignDialog({ role, onClose }: { role: SignRole; onClose: () => void }) {
  const { launch, questions, today } = useLaunchFrame();
  const password = useRef<HTMLInputElement>(null);
  const state = useSign(launch, role, today, (decision) => {
    toasts.show({
      text:
        decision === "go" ? `Signed: go, for ${roleWord(role)}.` : `Signed: no-go, for ${roleWord(role)}.`,
    });
    onClose();
  });
  const { seen, draft, refused, signing, looking } = state;
  const names = namesIn(seen, questions);
  const needsPassword = refused?.kind === "password";
  const stale = refused?.kind === "worse" && !state.isNewer;
  const verb = draft.decision === "no_go" ? "Sign no-go" : draft.decision === "go" ? "Sign go" : "Sign";
  return (
    <Dialog
      open
      keep
      size="large"
      title={`Sign for ${roleWord(role)}`}
      description={`You say that ${ROLE_TEXT[role].answersFor}. What is shown below is kept word for word.`}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {stale ? (
            <Button variant="main" busy={looking.busy} busyText="Reading …" onClick={() => looking.save()}>
              Look at the new state
            </Button>
          ) : (
            <Button
              variant="main"
              busy={signing.busy}
              busyText="Signing …"
              onKeyDown={noEnter}
              onClick={() => state.sign(needsPassword ? (password.current?.value ?? "") : null)}
            >
              {verb}
            </Button>
          )}
        </>
      }
    >
      <form
        ref={state.form}
        method="post"
        noValidate
        className="grid gap-3.5"
        onKeyDown={noEnter}
        onSubmit={(event) => event.preventDefault()}
      >
        <SignRefusal state={state} names={names} />
        <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-1.5 rounded-lg bg-sunk px-3.5 py-3">
          <dt className="text-ink-3">Revision</dt>
          <dd className="font-mono text-sm" title={seen.revision}>
            {shortRevision(seen.revision)}
          </dd>
          {whatIsSigned(seen, names, today).map(({ name, texts }) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="min-w-0 [overflow-wrap:anywhere]">
                {texts.map((text) => (
                  <span key={text} className="block">
                    {text}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <SignFields state={state} today={today} />
        {needsPassword && (
          <div className="border-l-2 border-brass pl-3.5 sm:w-2/3">
            <PasswordField
              ref={password}
              label="Your password"
              hint="You last entered it more than 15 minutes ago. Signing needs it again."
              autoComplete="current-password"
              error={
                state.problems.password ??
                (signing.failure && refused?.kind === "password" && signing.sent !== null
                  ? signing.failure.message
                  : undefined)
              }
            />
          </div>
        )}
        <p className="text-sm text-ink-3">Enter does not sign: press the button.</p>
        <Notices failure={refused?.kind === "other" ? signing.problem : null} looking={looking.problem} />
      </form>
    </Dialog>
  );
}

function Notices({ failure, looking }: { failure: string | null; looking: string | null }) {
  const said = failure ?? looking;
  return said === null ? null : <Notice tone="problem">{said}</Notice>;
}
