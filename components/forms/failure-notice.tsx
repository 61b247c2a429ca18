import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "./form-failure";

/** Why a form was not sent, above it; with the way to sign in again that keeps what was typed. */
export function FailureNotice({ failure }: { failure: Pick<FormFailure, "message" | "signedOut"> }) {
  return (
    <Notice
      tone="problem"
      action={
        failure.signedOut && (
          <a
            href="/sign-in"
            target="_blank"
            rel="noreferrer"
            className="link min-h-6 content-center font-medium"
          >
            Sign in again, in a new tab, then come back and save
          </a>
        )
      }
    >
      {failure.message}
    </Notice>
  );
}
