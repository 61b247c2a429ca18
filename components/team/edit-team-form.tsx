"use client";

import { EditForm, SaveButton } from "@/components/forms/edit-form";
import { ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-edit";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { useNavigate } from "@/lib/client/navigation";
import { send } from "@/lib/client/request";
import type { Team } from "@/lib/contracts/teams";
import { TeamFields } from "./team-fields";

/** Name and description of a team. Its short name, and so its address, stays. */
export function EditTeamForm({ team }: { team: Pick<Team, "slug" | "name" | "description" | "version"> }) {
  const navigate = useNavigate();
  const { slug } = team;
  const edit = useVersionedForm({
    start: team,
    valuesOf: ({ name, description }) => ({ name, description }),
    send: (body, { version }) =>
      send("PATCH /api/v1/teams/:team", {
        params: { team: slug },
        body: { ...body, expectedVersion: version },
      }),
    onSaved: () => {
      toasts.show({ text: "The team is saved." });
      navigate(`/teams/${slug}`);
    },
  });
  const { contested, set } = edit;
  return (
    <EditForm edit={edit} what="this team">
      <TeamFields
        {...edit.values}
        onChange={(field, text) => set({ [field]: text })}
        errors={edit.saving.failure?.errors ?? {}}
        under={{
          name: <ThereNow value={contested.name} onTake={(name) => set({ name })} />,
          description: (
            <ThereNow value={contested.description} onTake={(description) => set({ description })} />
          ),
        }}
      />
      <div className="flex flex-wrap gap-2">
        <SaveButton edit={edit} />
        <ButtonLink href={`/teams/${slug}`}>Cancel</ButtonLink>
      </div>
    </EditForm>
  );
}
