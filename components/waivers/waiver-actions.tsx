"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmButton } from "@/components/forms/confirm-button";
import { FormDialog } from "@/components/forms/form-dialog";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { dayText } from "@/components/ui/days";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Waiver } from "@/lib/contracts/waivers";
import { isBlank } from "@/lib/domain/text";
import { lastUntil } from "@/lib/domain/waiver";
import { STATE_TEXT } from "./waiver-words";

interface WaiverActionsProps {
  waiver: Pick<
    Waiver,
    "id" | "title" | "serviceName" | "tier" | "askedUntil" | "reason" | "measure" | "requestedBy" | "can"
  >;
  /** How often and how long it was accepted before; null for the first time. */
  renewal: string | null;
  /** YYYY-MM-DD where the organisation is. */
  today: string;
}

/** What the viewer can do to a waiver or to the request for one. */
export function WaiverActions({ waiver, renewal, today }: WaiverActionsProps) {
  const [open, setOpen] = useState<"decide" | "revoke" | null>(null);
  const router = useRouter();
  const { id, title, can } = waiver;
  const withdrawal = useSave<void, Waiver>({
    send: () => send("POST /api/v1/waivers/:waiver/withdrawal", { params: { waiver: id } }),
    onSaved: () => {
      toasts.show({ text: "The request is withdrawn." });
      router.refresh();
    },
    onFailed: () => router.refresh(),
  });
  if (!can.decide && !can.withdraw && !can.revoke) return null;
  const about = <span className="sr-only">: {title}</span>;
  return (
    <div className="flex flex-wrap gap-2 self-start print:hidden">
      {can.decide && (
        <Button variant="main" onClick={() => setOpen("decide")}>
          Decide{about}
        </Button>
      )}
      {can.withdraw && (
        <ConfirmButton
          label={<>Withdraw{about}</>}
          title="Withdraw this request?"
          description="It can be asked for again. The request stays in the history."
          confirm="Withdraw"
          save={withdrawal}
          onConfirm={() => withdrawal.save()}
        />
      )}
      {can.revoke && <Button onClick={() => setOpen("revoke")}>Revoke{about}</Button>}
      {open === "decide" && <DecideDialog {...{ waiver, renewal, today }} onClose={() => setOpen(null)} />}
      {open === "revoke" && <RevokeDialog waiver={waiver} onClose={() => setOpen(null)} />}
    </div>
  );
}

type DialogProps = Pick<WaiverActionsProps, "waiver"> & { onClose: () => void };

/** What somebody else did to it meanwhile. */
function Meanwhile({ now }: { now: Waiver | null }) {
  if (now === null) return null;
  return (
    <Notice tone="warn" title={`By now it is ${STATE_TEXT[now.state].name.toLowerCase()}.`}>
      Nothing was changed. Close this to see the current state.
    </Notice>
  );
}

/** Grants a request, until a day of one's own, or refuses it with a reason. */
function DecideDialog({ waiver, renewal, today, onClose }: DialogProps & Omit<WaiverActionsProps, "waiver">) {
  const router = useRouter();
  const [decision, setDecision] = useState<"grant" | "refuse">("grant");
  const [until, setUntil] = useState(waiver.askedUntil);
  const [reason, setReason] = useState("");
  const [now, setNow] = useState<Waiver | null>(null);
  const [checked, setChecked] = useState(false);
  const saving = useSave<void, Waiver, Waiver>({
    send: () =>
      send("POST /api/v1/waivers/:waiver/decision", {
        params: { waiver: waiver.id },
        body: decision === "grant" ? { decision, until, reason } : { decision, reason },
      }),
    onSaved: () => {
      toasts.show({ text: decision === "grant" ? "The risk is accepted." : "The request is refused." });
      router.refresh();
      onClose();
    },
    onConflict: (there) => {
      setNow(there);
      router.refresh();
    },
    fields: ["until", "reason"],
  });
  const isUnsaid = decision === "refuse" && isBlank(reason);
  const isDateless = decision === "grant" && until === "";
  const last = lastUntil(waiver.tier, today);
  return (
    <FormDialog
      title="Accept this risk?"
      description={
        <>
          {waiver.title} · <bdi>{waiver.serviceName}</bdi>
        </>
      }
      submit={decision === "grant" ? "Accept the risk" : "Refuse"}
      busyText="Saving …"
      disabled={now !== null}
      save={saving}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (!isUnsaid && !isDateless) saving.save();
      }}
      className="gap-3.5"
    >
      <Meanwhile now={now} />
      <div className="grid gap-1 text-ink-2">
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">
          <bdi className="font-strong text-ink">{waiver.requestedBy.name}</bdi>
          {waiver.requestedBy.disabled && " (left)"}: “<bdi>{waiver.reason}</bdi>”
        </p>
        {waiver.measure !== "" && (
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">
            Until then: <bdi>{waiver.measure}</bdi>
          </p>
        )}
        {renewal !== null && <p className="font-strong text-partly">{renewal}</p>}
      </div>
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="sr-only">Decision</legend>
        {(["grant", "refuse"] as const).map((each) => (
          <label key={each} className="flex min-h-7 items-center gap-2">
            <input
              type="radio"
              name="decision"
              checked={decision === each}
              onChange={() => setDecision(each)}
            />
            {each === "grant" ? "Accept it until a day" : "Refuse it"}
          </label>
        ))}
      </fieldset>
      {decision === "grant" && (
        <TextField
          label="Until"
          type="date"
          min={today}
          max={last}
          hint={`Asked for: ${dayText(waiver.askedUntil, today)}. At tier ${waiver.tier}: ${dayText(last, today)} at the latest.`}
          error={checked && isDateless ? "Choose a day." : saving.failure?.errors.until}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      )}
      <TextArea
        label={decision === "grant" ? "Why, or on what terms?" : "Why not?"}
        optional={decision === "grant"}
        error={checked && isUnsaid ? "Say why: whoever asked reads it." : saving.failure?.errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}

/** Ends a waiver that is in force. */
function RevokeDialog({ waiver, onClose }: DialogProps) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [now, setNow] = useState<Waiver | null>(null);
  const [checked, setChecked] = useState(false);
  const saving = useSave<void, Waiver, Waiver>({
    send: () =>
      send("POST /api/v1/waivers/:waiver/revocation", { params: { waiver: waiver.id }, body: { reason } }),
    onSaved: () => {
      toasts.show({ text: "The risk is no longer accepted." });
      router.refresh();
      onClose();
    },
    onConflict: (there) => {
      setNow(there);
      router.refresh();
    },
    fields: ["reason"],
  });
  return (
    <FormDialog
      title="Revoke this waiver?"
      description={
        <>
          {waiver.title} · <bdi>{waiver.serviceName}</bdi>. A critical gap is a blocker again at once.
        </>
      }
      submit="Revoke"
      busyText="Saving …"
      disabled={now !== null}
      save={saving}
      onClose={onClose}
      onSubmit={() => {
        setChecked(true);
        if (!isBlank(reason)) saving.save();
      }}
      className="gap-3.5"
    >
      <Meanwhile now={now} />
      <TextArea
        label="Why?"
        error={checked && isBlank(reason) ? "Say why: the team reads it." : saving.failure?.errors.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
