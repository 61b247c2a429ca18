"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { ApiProblem, messageOf, send } from "@/lib/client/request";

interface RestoreButtonProps {
  service: string;
  name: string;
  /** Where it can go when its own team is gone. */
  teams: readonly { slug: string; name: string }[];
}

/** Brings a deleted service back; asks for a team only when its own is gone. */
export function RestoreButton({ service, name, teams }: RestoreButtonProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [team, setTeam] = useState("");
  const restore = useSave({
    send: (to: string) =>
      send("POST /api/v1/services/:service/restoration", {
        params: { service },
        body: to === "" ? {} : { team: to },
      }),
    onSaved: () => {
      setAsking(false);
      toasts.show({ text: `${name} is back, with everything it had.` });
      router.refresh();
    },
    onFailed: (error) => {
      if (error instanceof ApiProblem && error.byField.team !== undefined) setAsking(true);
      else if (!asking) toasts.show({ text: messageOf(error), tone: "problem" });
    },
  });
  return (
    <>
      <Button busy={restore.busy} busyText="Restoring …" onClick={() => restore.save("")}>
        Restore<span className="sr-only"> {name}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Which team takes it?"
        description="Its own team was deleted. The service keeps its answers and its history."
        confirm="Restore"
        busy={restore.busy}
        problem={team === "" ? null : restore.problem}
        onConfirm={() => team !== "" && restore.save(team)}
      >
        <Select
          label="Team"
          placeholder="Choose a team"
          value={team}
          onChange={(event) => setTeam(event.target.value)}
          options={teams.map((each) => ({ value: each.slug, label: each.name }))}
        />
      </ConfirmDialog>
    </>
  );
}
