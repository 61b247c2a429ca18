"use client";

import { useRouter } from "next/navigation";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import { counted } from "@/lib/domain/words";

interface EndOthersProps {
  /** Whose: an id, or `me`. */
  person: string;
  /** Their name; null for oneself. */
  name: string | null;
  /** How many would end. */
  count: number;
}

/** Ends every session of a person but the one that asks. */
export function EndOthers({ person, name, count }: EndOthersProps) {
  const router = useRouter();
  const label = name === null ? "End all others" : "End all";
  const end = useSave({
    send: () => send("DELETE /api/v1/people/:person/sessions", { params: { person } }),
    onSaved: () => {
      toasts.show({ text: `${counted(count, "session is", "sessions are")} ended.` });
      router.refresh();
    },
  });
  return (
    <ConfirmButton
      label={label}
      title={
        name === null
          ? `End ${counted(count, "other session")}?`
          : `End ${counted(count, "session")} of ${name}?`
      }
      description={
        name === null
          ? "Whoever uses them is signed out at once. This browser stays signed in."
          : "They are signed out at once, and can sign in again."
      }
      confirm={label}
      save={end}
      onConfirm={end.save}
    />
  );
}
