"use client";

import { useState } from "react";
import { Form } from "@/components/forms/form";
import type { useSave } from "@/components/forms/use-save";
import { TextArea } from "@/components/ui/text-area";
import type { Invited } from "./invite";
import { PlacesEditor } from "./places-editor";
import { RightsBoxes } from "./rights-boxes";
import type { NamedTeam, Place } from "./team-names";

/** What an invitation is filled in with. */
export interface InviteDraft {
  addresses: string;
  places: readonly Place[];
}

interface InviteFormProps {
  id: string;
  start: InviteDraft;
  teams: readonly NamedTeam[];
  inviting: ReturnType<typeof useSave<Invited>>;
}

/** Addresses, teams and rights of those who are invited together. */
export function InviteForm({ id, start, teams, inviting }: InviteFormProps) {
  const [addresses, setAddresses] = useState(start.addresses);
  const [places, setPlaces] = useState<readonly Place[]>(start.places);
  const [rights, setRights] = useState({ admin: false, executive: false });
  return (
    <Form
      save={inviting}
      id={id}
      onSubmit={() => inviting.save({ addresses, rights, places })}
      className="grid gap-5"
    >
      <TextArea
        label="E-mail addresses"
        hint="One or several, with commas or line by line. Each gets a link of its own."
        autoComplete="off"
        inputMode="email"
        spellCheck={false}
        value={addresses}
        onChange={(event) => setAddresses(event.target.value)}
        error={inviting.failure?.errors.email}
      />
      <PlacesEditor places={places} teams={teams} onChange={setPlaces} />
      <RightsBoxes value={rights} onChange={(right, on) => setRights({ ...rights, [right]: on })} />
    </Form>
  );
}
