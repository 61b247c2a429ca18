import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { FormFailure } from "./form-failure";

interface FailureNoticeProps {
  failure: Pick<FormFailure, "message" | "signedOut">;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Why a form was not sent, above it; with the way to sign in again that keeps what was typed. */
export function FailureNotice({ failure, action }: FailureNoticeProps) {
  return (
    <Notice
      tone="problem"
      action={
        action ||
        (failure.signedOut && (
          <a
            href="/sign-in"
            target="_blank"
            rel="noreferrer"
            className="link min-h-6 content-center font-medium"
          >
            Sign in again, in a new tab, then come back and save
          </a>
        ))
      }
    >
      {failure.message}
    </Notice>
  );
}
