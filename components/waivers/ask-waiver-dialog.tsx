"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { dayText } from "@/components/ui/days";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Waiver } from "@/lib/contracts/waivers";
import { dayAfter } from "@/lib/domain/as-of";
import { isBlank } from "@/lib/domain/text";
import type { Tier } from "@/lib/domain/vocabulary";
import { lastUntil } from "@/lib/domain/waiver";

interface AskWaiverDialogProps {
  /** Short name of the service. */
  service: string;
  tier: Tier;
  question: string;
  /** What the question is called. */
  title: string;
  /** It is accepted already, and is to stay so for longer. */
  extends: boolean;
  /** YYYY-MM-DD where the organisation is. */
  today: string;
  onClose: () => void;
}

/** What a request asks for, unless somebody chooses another day. */
const USUAL_DAYS = 30;

/** Asks that the risk of a gap be accepted until a day. Mount it to open it. */
export function AskWaiverDialog({
  service,
  tier,
  question,
  title,
  today,
  onClose,
  ...of
}: AskWaiverDialogProps) {
  const router = useRouter();
  const last = lastUntil(tier, today);
  const [until, setUntil] = useState(dayAfter(today, USUAL_DAYS));
  const [reason, setReason] = useState("");
  const [measure, setMeasure] = useState("");
  const [checked, setChecked] = useState(false);
  const saving = useSave<void, Waiver>({
    send: () => send("POST /api/v1/waivers", { body: { service, question, reason, measure, until } }),
    onSaved: () => {
      toasts.show({ text: "Asked. An admin or executive decides." });
      router.refresh();
      onClose();
    },
    fields: ["until", "reason", "measure"],
  });
  const isMissing = isBlank(reason) || until === "";
  return (
    <FormDialog
      keep
      title={of.extends ? "Ask to accept this risk for longer" : "Ask to accept this risk"}
      description={title}
      submit="Ask"
      busyText="Asking …"
      save={saving}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (!isMissing) saving.save();
      }}
      className="gap-3.5"
    >
      <TextArea
        label="Why can it wait?"
        error={
          checked && isBlank(reason)
            ? "Say why: somebody else decides on this."
            : saving.failure?.errors.reason
        }
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <TextArea
        label="What reduces it until then?"
        optional
        error={saving.failure?.errors.measure}
        value={measure}
        onChange={(event) => setMeasure(event.target.value)}
      />
      <TextField
        label="Until"
        type="date"
        min={today}
        max={last}
        hint={`At tier ${tier}: ${dayText(last, today)} at the latest.`}
        error={checked && until === "" ? "Choose a day." : saving.failure?.errors.until}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
    </FormDialog>
  );
}
