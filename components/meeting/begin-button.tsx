"use client";

import { useLaunchFrame } from "@/components/launch/launch-frame";
import { useLaunchSave } from "@/components/launch/use-launch-save";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { send } from "@/lib/client/request";
import { pointKey } from "./agenda-steps";

/** Begins a meeting: its agenda is fixed from then on (L2). @param onBegun is told where it begins */
export function BeginButton({ onBegun }: { onBegun: (at: string) => void }) {
  const { launch } = useLaunchFrame();
  const save = useLaunchSave({
    send: (_, idempotencyKey) =>
      send("POST /api/v1/launches/:launch/meetings", { params: { launch: launch.id }, idempotencyKey }),
    said: "The meeting has begun: its agenda is fixed.",
    fields: [],
    onSaved: ({ agenda: [first] }) => onBegun(first ? pointKey(first) : "sign"),
  });
  if (!launch.can.edit) {
    return launch.meeting ? null : (
      <p className="text-lg text-ink-2">The facilitator or a member of its teams begins the meeting.</p>
    );
  }
  return (
    <div className="grid justify-items-start gap-3">
      {save.problem !== null && <Notice tone="problem">{save.problem}</Notice>}
      <Button
        variant={launch.meeting ? "plain" : "main"}
        size="large"
        busy={save.busy}
        busyText="Beginning …"
        onClick={() => save.save()}
      >
        {launch.meeting ? "Begin another meeting" : "Begin the meeting"}
      </Button>
    </div>
  );
}
