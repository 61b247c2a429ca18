"use client";

import { useRouter } from "next/navigation";
import { FailureNotice } from "@/components/forms/failure-notice";
import { FasterNotice, ThereNow } from "@/components/forms/there-now";
import { useVersionedForm } from "@/components/forms/use-versioned-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { toasts } from "@/components/ui/toast-store";
import { send } from "@/lib/client/request";
import type { Team } from "@/lib/contracts/teams";
import { TeamFields } from "./team-fields";

/** Name and description of a team. Its short name, and so its address, stays. */
export function EditTeamForm({ team }: { team: Pick<Team, "slug" | "name" | "description" | "version"> }) {
  const router = useRouter();
  const { slug, name, description, version } = team;
  const { form, values, set, theirs, failure, busy, dirty, submit } = useVersionedForm({
    start: { values: { name, description }, version },
    save: (body, expectedVersion) =>
      send("PATCH /api/v1/teams/:team", { params: { team: slug }, body: { ...body, expectedVersion } }),
    onSaved: () => {
      toasts.show({ text: "The team is saved." });
      router.push(`/teams/${slug}`);
      router.refresh();
    },
  });
  const compare = theirs !== null && Object.keys(theirs).length > 0;
  return (
    <form ref={form} onSubmit={submit} method="post" noValidate className="grid gap-4">
      {failure !== null && <FailureNotice failure={failure} />}
      {theirs !== null && <FasterNotice what="this team" compare={compare} />}
      <TeamFields
        {...values}
        onChange={set}
        errors={failure?.errors ?? {}}
        under={{
          name: <ThereNow value={theirs?.name} onTake={(text) => set("name", text)} />,
          description: <ThereNow value={theirs?.description} onTake={(text) => set("description", text)} />,
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="main" disabled={!dirty} busy={busy} busyText="Saving …">
          Save
        </Button>
        <ButtonLink href={`/teams/${slug}`}>Cancel</ButtonLink>
      </div>
    </form>
  );
}
