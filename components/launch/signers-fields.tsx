"use client";

import { personOptions } from "@/components/people/person-names";
import { Select } from "@/components/ui/select";
import type { LaunchNew } from "@/lib/contracts/launch-requests";
import type { NamedPerson, PersonChoice } from "@/lib/contracts/people";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import type { SignRole } from "@/lib/domain/launch/vocabulary";

/** Who is named for each role, by id; "" for nobody. */
export type SignersDraft = Partial<Record<SignRole, { signer: string; deputy: string }>>;

/** The same as the API takes it: of the roles that sign. */
export function bodyOfSigners(
  draft: SignersDraft,
  roles: readonly SignRole[],
): Pick<LaunchNew, "signers" | "deputies"> {
  const named = (who: "signer" | "deputy") =>
    Object.fromEntries(roles.flatMap((role) => (draft[role]?.[who] ? [[role, draft[role][who]]] : [])));
  return { signers: named("signer"), deputies: named("deputy") };
}

/** What is not right of it, by the fields of the API. */
export const signersProblems = (
  draft: SignersDraft,
  roles: readonly SignRole[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    roles.flatMap((role) => {
      const { signer, deputy } = draft[role] ?? { signer: "", deputy: "" };
      return deputy !== "" && deputy === signer
        ? [[`deputies.${role}`, "Choose somebody other than the signer."]]
        : [];
    }),
  );

interface SignersFieldsProps {
  roles: readonly SignRole[];
  draft: SignersDraft;
  set: (part: SignersDraft) => void;
  errors: Readonly<Record<string, string>>;
  people: readonly PersonChoice[];
  executives: readonly NamedPerson[];
}

/** A signer and a deputy for each role that the tiers of the services ask for (L1). */
export function SignersFields({ roles, draft, set, errors, people, executives }: SignersFieldsProps) {
  if (roles.length === 0)
    return <p className="text-sm text-ink-3">Choose services first: their tiers say who signs.</p>;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-strong">Who signs</legend>
      {roles.map((role) => {
        const now = draft[role] ?? { signer: "", deputy: "" };
        const able = role === "executive" ? executives : people;
        const options = (nobody: string) => [{ value: "", label: nobody }, ...personOptions(able, null)];
        return (
          <div key={role} className="grid gap-x-3 gap-y-1.5 sm:grid-cols-[8rem_1fr_1fr] sm:items-center">
            <b>{ROLE_TEXT[role].name}</b>
            <Select
              label={`Signer for ${ROLE_TEXT[role].name}`}
              hideLabel
              optional
              error={errors[`signers.${role}`]}
              value={now.signer}
              onChange={(event) => set({ [role]: { ...now, signer: event.target.value } })}
              options={options("No signer yet")}
            />
            <Select
              label={`Deputy for ${ROLE_TEXT[role].name}`}
              hideLabel
              optional
              error={errors[`deputies.${role}`]}
              value={now.deputy}
              onChange={(event) => set({ [role]: { ...now, deputy: event.target.value } })}
              options={options("No deputy")}
            />
          </div>
        );
      })}
    </fieldset>
  );
}
