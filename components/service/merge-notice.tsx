"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Service } from "@/lib/contracts/services";
import type { Merged } from "@/lib/domain/merge";
import { type DraftField, FIELD_NAMES, type ServiceDraft } from "./service-draft";

/** A fact of a service in words, to compare it with what was typed. */
function inWords(now: Service, field: DraftField): string {
  if (field === "team") return now.teamName;
  if (field === "links") return now.links.map(({ label, url }) => label || url).join(", ") || "none";
  if (field === "tags" || field === "dependsOn") return now[field].join(", ") || "none";
  return String(now[field]) || "empty";
}

interface MergeNoticeProps {
  /** The service as somebody else saved it. */
  now: Service;
  /** What came of bringing my changes together with theirs. */
  faster: Merged<ServiceDraft>;
  onTake: () => void;
}

/** Says what somebody else changed meanwhile, what of it was taken over, and what stands against what was typed. */
export function MergeNotice({ now, faster, onTake }: MergeNoticeProps) {
  const { taken } = faster;
  const contested = Object.keys(faster.theirs) as DraftField[];
  return (
    <Notice
      tone="warn"
      title="Somebody changed this service meanwhile. Nothing of yours is saved yet, and nothing is lost."
      action={<Button onClick={onTake}>Take all of theirs</Button>}
    >
      {taken.length > 0 && (
        <p className="[overflow-wrap:anywhere]">
          Taken over from them:{" "}
          {taken.map((field) => `${FIELD_NAMES[field].toLowerCase()} (${inWords(now, field)})`).join("; ")}.
        </p>
      )}
      {contested.map((field) => (
        <p key={field} className="[overflow-wrap:anywhere]">
          {FIELD_NAMES[field]} is now <b>{inWords(now, field)}</b>; saving puts what you typed in its place.
        </p>
      ))}
      {taken.length + contested.length === 0 && (
        <p>What they changed is none of these fields, or the same as yours.</p>
      )}
    </Notice>
  );
}
