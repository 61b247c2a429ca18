"use client";

import { type FormEvent, useRef, useState } from "react";
import { FailureNotice } from "@/components/forms/failure-notice";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { useFailureFocus } from "@/components/forms/use-failure-focus";
import { TextArea } from "@/components/ui/text-area";
import { addressProblem, readAddresses } from "./addresses";
import { inviteAll, type Outcome, sortOutcomes } from "./invite";
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
  onBusy: (busy: boolean) => void;
  /** At least one address is invited. */
  onInvited: (outcomes: Outcome[]) => void;
}

/** Addresses, teams and rights of those who are invited together. */
export function InviteForm({ id, start, teams, onBusy, onInvited }: InviteFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  const [addresses, setAddresses] = useState(start.addresses);
  const [places, setPlaces] = useState<readonly Place[]>(start.places);
  const [rights, setRights] = useState({ admin: false, executive: false });
  const [failure, setFailure] = useState<FormFailure | null>(null);
  useFailureFocus(form, failure);
  const read = readAddresses(addresses);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending.current) return;
    const wrong = addressProblem(read);
    if (wrong !== null) {
      setFailure({ message: "One field needs another look.", errors: { email: wrong } });
      return;
    }
    sending.current = true;
    onBusy(true);
    setFailure(null);
    const outcomes = await inviteAll({ emails: read.emails, rights, places });
    sending.current = false;
    onBusy(false);
    const { made, failed } = sortOutcomes(outcomes);
    if (made.length > 0) onInvited(outcomes);
    else setFailure(formFailure(failed[0]?.error, ["email"]));
  }

  return (
    <form ref={form} id={id} onSubmit={submit} method="post" noValidate className="grid gap-5">
      {failure !== null && <FailureNotice failure={failure} />}
      <TextArea
        label="E-mail addresses"
        hint="One or several, with commas or line by line. Each gets a link of its own."
        autoComplete="off"
        inputMode="email"
        spellCheck={false}
        value={addresses}
        onChange={(event) => setAddresses(event.target.value)}
        error={failure?.errors.email}
      />
      <PlacesEditor places={places} teams={teams} onChange={setPlaces} />
      <RightsBoxes value={rights} onChange={(right, on) => setRights({ ...rights, [right]: on })} />
    </form>
  );
}
