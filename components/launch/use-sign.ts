"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { focusFirstError } from "@/components/forms/form-care";
import { useSave } from "@/components/forms/use-save";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { Launch } from "@/lib/contracts/launches";
import type { Decision, SignRole } from "@/lib/domain/launch/vocabulary";
import { isBlank } from "@/lib/domain/text";
import { type RefusedSignOff, refusedSignOff } from "./refused-sign-off";

interface SignDraft {
  decision: Decision | null;
  comment: string;
  lookAgainOn: string;
}

function problemsOf(
  { decision, comment, lookAgainOn }: SignDraft,
  today: string,
): Readonly<Record<string, string>> {
  if (decision === null) return { decision: "Choose go or no-go." };
  if (decision === "go") return {};
  return {
    ...(isBlank(comment) ? { comment: "Say why: the minutes show it." } : {}),
    ...(lookAgainOn === ""
      ? { lookAgainOn: "Choose a day." }
      : lookAgainOn < today
        ? { lookAgainOn: "Choose today or a later day." }
        : {}),
  };
}

/**
 * A signature while it is being given (L3): for the state that the dialog shows, which stays as it was when it opened until
 * the signer looks at a newer one.
 */
export function useSign(now: Launch, role: SignRole, today: string, onSigned: (decision: Decision) => void) {
  const router = useRouter();
  const [seen, setSeen] = useState(now);
  const [draft, setDraft] = useState<SignDraft>({ decision: null, comment: "", lookAgainOn: "" });
  const [checked, setChecked] = useState(false);
  const [refused, setRefused] = useState<RefusedSignOff | null>(null);
  const [looked, setLooked] = useState(false);
  const [keyOf] = useState(() => repeatKeys());
  const form = useRef<HTMLFormElement>(null);
  const params = { launch: now.id };
  const signing = useSave<string | null, Launch>({
    send: async (password) => {
      if (password !== null) await send("POST /api/v1/reauthentication", { body: { password } });
      const { decision, comment, lookAgainOn } = draft;
      if (decision === null) throw new RangeError("a signature without a decision");
      const body = {
        ...{ role, decision, revision: seen.revision },
        ...(isBlank(comment) ? {} : { comment }),
        ...(decision === "no_go" ? { lookAgainOn } : {}),
      };
      // A refusal is kept with its key: after the password was given it is another attempt.
      return send("POST /api/v1/launches/:launch/sign-offs", {
        params,
        body,
        idempotencyKey: keyOf({ body, password }),
      });
    },
    onSaved: () => {
      router.refresh();
      if (draft.decision) onSigned(draft.decision);
    },
    onFailed: (error) => {
      const why = refusedSignOff(error);
      setLooked(false);
      // A wrong password leaves the dialog where it asks for one.
      setRefused((before) => (why.kind === "other" && before?.kind === "password" ? before : why));
    },
  });
  const looking = useSave<void, Launch>({
    send: () => send("GET /api/v1/launches/:launch", { params }),
    onSaved: (launch) => {
      setSeen(launch);
      setLooked(true);
      setRefused((before) => (before?.kind === "worse" ? before : null));
      signing.reset();
      router.refresh();
    },
  });
  const problems: Readonly<Record<string, string>> = {
    ...signing.failure?.errors,
    ...(checked ? problemsOf(draft, today) : {}),
  };
  return {
    /** The launch as it is signed. */
    seen,
    /** Whether what is shown is newer than what was refused. */
    isNewer: looked && refused?.kind === "worse",
    /** Takes the state that the page has come to show since; null where it is the same. */
    takeNewer: now.revision === seen.revision || looked ? null : () => setSeen(now),
    draft,
    problems,
    refused,
    signing,
    looking,
    form,
    set: (part: Partial<SignDraft>) => setDraft((before) => ({ ...before, ...part })),
    /** @param password where it has to be given again, else null */
    sign: (password: string | null) => {
      setChecked(true);
      if (Object.keys(problemsOf(draft, today)).length > 0) focusFirstError(form.current);
      else signing.save(password);
    },
  };
}
export type SignState = ReturnType<typeof useSign>;
