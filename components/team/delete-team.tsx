"use client";

import { ConfirmButton } from "@/components/forms/confirm-button";
import { useSave } from "@/components/forms/use-save";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { send } from "@/lib/client/request";

/** Deletes a team after asking; the server refuses while services belong to it, and says so in the dialog. */
export function DeleteTeam({ slug, name }: { slug: string; name: string }) {
  const navigate = useNavigate();
  const remove = useSave({
    send: () => send("DELETE /api/v1/teams/:team", { params: { team: slug } }),
    onSaved: () => {
      toasts.show({ text: `${name} is deleted.` });
      navigate("/teams");
    },
    leaves: true,
  });
  return (
    <ConfirmButton
      label="Delete the team"
      variant="danger"
      title={`Delete ${name}?`}
      description="Its members lose the rights that it gives them. This cannot be undone."
      confirm="Delete the team"
      save={remove}
      onConfirm={remove.save}
    />
  );
}
