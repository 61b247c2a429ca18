"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { Form } from "@/components/forms/form";
import { useSave } from "@/components/forms/use-save";
import { ROLE_OPTIONS } from "@/components/team/role-options";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-look";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { counted } from "@/lib/domain/words";
import { type Invited, inviteAll, type Outcome, sortOutcomes } from "./invite";
import { type InviteContext, InviteLinks } from "./invite-links";
import { RightsBoxes } from "./rights-boxes";
import { type NamedTeam, type Place, teamName } from "./team-names";

interface InviteButtonProps {
  context: InviteContext;
  label?: string | undefined;
  variant?: ButtonVariant | undefined;
  /** The team that it begins with. */
  places?: readonly Place[] | undefined;
}

const NO_PLACES: readonly Place[] = [];

/** Opens the dialog that invites people. */
export function InviteButton({
  context,
  label = "Invite people",
  variant = "main",
  places = NO_PLACES,
}: InviteButtonProps) {
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  return (
    <>
      <Button
        variant={variant}
        onClick={() => {
          setTimes(times + 1);
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <InviteDialog
        key={times}
        open={open}
        onClose={() => setOpen(false)}
        start={{ addresses: "", places }}
        context={context}
      />
    </>
  );
}

interface InviteDialogProps {
  open: boolean;
  onClose: () => void;
  /** What it begins with. */
  start: InviteDraft;
  context: InviteContext;
}

/** Invites people, then shows the links: once, since only what they hash to is kept. Give it a new key each time. */
function InviteDialog({ open, onClose, start, context }: InviteDialogProps) {
  const id = useId();
  const router = useRouter();
  const [draft, setDraft] = useState(start);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const inviting = useSave({ send: inviteAll, onSaved: setOutcomes, fields: ["email"] });

  function close() {
    if (outcomes !== null) router.refresh();
    onClose();
  }

  if (outcomes !== null) {
    const { made, failed } = sortOutcomes(outcomes);
    return (
      <Dialog
        keep
        open={open}
        onOpenChange={(next) => !next && close()}
        title={`${counted(made.length, "person is", "people are")} invited`}
        description={
          made.length === 1
            ? "Plumbline sends no mail: pass the link on yourself. It is shown only once."
            : "Plumbline sends no mail: pass the links on yourself. They are shown only once."
        }
        footer={
          <>
            {failed.length > 0 && (
              <Button
                onClick={() => {
                  setDraft({ ...draft, addresses: failed.map(({ email }) => email).join("\n") });
                  setOutcomes(null);
                }}
              >
                Try the other{failed.length === 1 ? "" : "s"} again
              </Button>
            )}
            <Button variant="main" onClick={close}>
              Done
            </Button>
          </>
        }
      >
        <InviteLinks outcomes={outcomes} context={context} />
      </Dialog>
    );
  }
  return (
    <Dialog
      keep
      open={open}
      onOpenChange={(next) => !next && close()}
      title="Invite people"
      description="You get a link for each of them, good for seven days."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={id} variant="main" busy={inviting.busy} busyText="Inviting …">
            Invite
          </Button>
        </>
      }
    >
      <InviteForm key={draft.addresses} id={id} start={draft} teams={context.teams} inviting={inviting} />
    </Dialog>
  );
}

/** What an invitation is filled in with. */
interface InviteDraft {
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
function InviteForm({ id, start, teams, inviting }: InviteFormProps) {
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
        hint="One or more, separated by commas or line breaks. Each gets its own link."
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

interface PlacesEditorProps {
  places: readonly Place[];
  teams: readonly NamedTeam[];
  onChange: (places: Place[]) => void;
}

/** The teams that somebody is to be on, each with a role. */
function PlacesEditor({ places, teams, onChange }: PlacesEditorProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const free = teams.filter(({ slug }) => !places.some(({ team }) => team === slug));
  const change = (slug: string, role: string) =>
    onChange(
      places.map((place) =>
        place.team === slug ? { ...place, role: role === "lead" ? "lead" : "member" } : place,
      ),
    );
  return (
    <fieldset ref={box} tabIndex={-1}>
      <legend className="mb-1 flex items-baseline gap-1.5 text-sm font-strong">
        Teams <span className="font-normal text-ink-3">optional</span>
      </legend>
      <div className="grid gap-2">
        {places.map(({ team, role }) => {
          const name = teamName(teams, team);
          return (
            <div key={team} className="grid grid-cols-[1fr_7rem_auto] items-center gap-2">
              <span className="min-w-0 pl-0.5 [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
              </span>
              <Select
                label={`Role in ${name}`}
                hideLabel
                value={role}
                options={ROLE_OPTIONS}
                onChange={(event) => change(team, event.target.value)}
              />
              <Button
                variant="quiet"
                aria-label={`Without ${name}`}
                className="px-1.5"
                icon={<X aria-hidden="true" className="size-3.5" />}
                onClick={() => {
                  onChange(places.filter((place) => place.team !== team));
                  box.current?.focus();
                }}
              />
            </div>
          );
        })}
        {free.length > 0 && (
          <Select
            label="Add a team"
            hideLabel
            optional
            placeholder={places.length === 0 ? "Choose a team" : "Another team"}
            value=""
            options={free.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={(event) => {
              const team = event.target.value;
              if (team !== "") onChange([...places, { team, role: "member" }]);
            }}
          />
        )}
        {teams.length === 0 && <p className="text-sm text-ink-3">There is no team yet.</p>}
      </div>
    </fieldset>
  );
}
