"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { toasts } from "@/components/ui/toast-store";
import { repeatKeys } from "@/lib/client/repeat-key";
import type { Launch } from "@/lib/contracts/launches";

interface LaunchSave<In> {
  /** Paths of the form's own fields, as in the JSON that is sent: what is wrong elsewhere is said in words. */
  fields: readonly string[];
  /** @param key for an Idempotency-Key: the same for the same input */
  send: (input: In, key: string) => Promise<Launch>;
  /** What is said when it is done. */
  said: string | ((saved: Launch) => string);
  onSaved?: (saved: Launch, input: In) => void;
}

/** Saves something about the launch of the page: says so when it is done, and makes the page anew. */
export function useLaunchSave<In = void>({ send, said, onSaved, fields }: LaunchSave<In>) {
  const router = useRouter();
  const [keyOf, setKeyOf] = useState(() => repeatKeys());
  return useSave<In, Launch>({
    send: (input) => send(input, keyOf(input ?? null)),
    onSaved: (saved, input) => {
      toasts.show({ text: typeof said === "string" ? said : said(saved) });
      router.refresh();
      // The same once more is something new, and no repetition of what arrived.
      setKeyOf(() => repeatKeys());
      onSaved?.(saved, input);
    },
    fields,
  });
}
