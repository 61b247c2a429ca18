"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";

/** Deletes a team after asking; the server refuses while services belong to it, and says so in the dialog. */
export function DeleteTeam({ slug, name }: { slug: string; name: string }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useSave({
    send: () => send("DELETE /api/v1/teams/:team", { params: { team: slug } }),
    onSaved: () => {
      toasts.show({ text: `${name} is deleted.` });
      router.push("/teams");
      router.refresh();
    },
    leaves: true,
  });
  return (
    <>
      <Button
        variant="danger"
        onClick={() => {
          remove.reset();
          setAsking(true);
        }}
      >
        Delete the team
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete ${name}?`}
        description="Its members lose what they may do through it. This cannot be undone."
        confirm="Delete the team"
        danger
        busy={remove.busy}
        problem={remove.problem}
        onConfirm={() => remove.save()}
      />
    </>
  );
}
