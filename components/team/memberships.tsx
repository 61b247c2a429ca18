"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, startTransition, useOptimistic, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, type SelectOption } from "@/components/ui/select";
import { toasts } from "@/components/ui/toast-store";
import { messageOf, send } from "@/lib/client/request";
import { ROLE_OPTIONS } from "./role-options";

/** Somebody's place on a team. */
export interface Membership {
  /** Short name of the team. */
  team: string;
  person: string;
  role: "lead" | "member";
}
export type MembershipChange = { kind: "save" | "remove"; membership: Membership };

const roleOf = (value: string): Membership["role"] => (value === "lead" ? "lead" : "member");

/** Places after a change, as the screen shows them until the server has answered. */
export function afterChange(
  before: readonly Membership[],
  { kind, membership }: MembershipChange,
): Membership[] {
  const isIt = ({ team, person }: Membership) => team === membership.team && person === membership.person;
  if (kind === "remove") return before.filter((each) => !isIt(each));
  return before.some(isIt) ? before.map((each) => (isIt(each) ? membership : each)) : [...before, membership];
}

/**
 * What is said when a change is done.
 * @param before places until then
 * @param team name of the team; null where it is the one that the page is about
 */
export function changeText(
  before: readonly Membership[],
  change: MembershipChange,
  person: string,
  team: string | null,
): string {
  if (change.kind === "remove") return `${person} is off ${team ?? "the team"}.`;
  const role = change.membership.role === "lead" ? "a lead" : "a member";
  const isNew = afterChange(before, change).length > before.length;
  if (isNew) return `${person} is on ${team ?? "the team"}, as ${role}.`;
  return `${person} is ${role}${team === null ? "" : ` of ${team}`} now.`;
}

function store({ kind, membership: { team, person, role } }: MembershipChange): Promise<unknown> {
  const params = { team, person };
  return kind === "remove"
    ? send("DELETE /api/v1/teams/:team/members/:person", { params })
    : send("PUT /api/v1/teams/:team/members/:person", { params, body: { role } });
}

/**
 * Places on teams, shown as changed at once; a change that the server refuses goes back and says why.
 * @param words what is said when a change is done, from the places until then
 * @returns `list` is for the element of the list, which has the focus when a row of it is gone
 */
export function useMemberships(
  given: readonly Membership[],
  words: (before: readonly Membership[], change: MembershipChange) => string,
) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const [shown, apply] = useOptimistic(given, afterChange);
  function change(wanted: MembershipChange): void {
    const isRemoved = wanted.kind === "remove";
    startTransition(async () => {
      apply(wanted);
      try {
        await store(wanted);
        const undo = { label: "Undo", run: () => change({ ...wanted, kind: "save" }) };
        toasts.show({ text: words(shown, wanted), action: isRemoved ? undo : undefined });
      } catch (error) {
        toasts.show({ text: messageOf(error), tone: "problem" });
        return;
      }
      startTransition(() => router.refresh());
    });
    if (isRemoved) list.current?.focus();
  }
  return { shown, change, list };
}

interface RoleControlsProps {
  /** Names the choice of the role. */
  label: string;
  membership: Membership;
  onChange: (change: MembershipChange) => void;
  /** What "Remove" is followed by for those who listen. */
  from: string;
}

/** The role in a place, and the way out of it. */
export function RoleControls({ label, membership, onChange, from }: RoleControlsProps) {
  return (
    <>
      <Select
        label={label}
        hideLabel
        className="w-25 shrink-0"
        value={membership.role}
        onChange={(event) =>
          onChange({ kind: "save", membership: { ...membership, role: roleOf(event.target.value) } })
        }
        options={ROLE_OPTIONS}
      />
      <Button variant="quiet" className="-mr-2" onClick={() => onChange({ kind: "remove", membership })}>
        Remove<span className="sr-only"> {from}</span>
      </Button>
    </>
  );
}

interface AddMembershipProps {
  label: string;
  /** Who or what is not there yet. */
  options: readonly SelectOption[];
  onAdd: (value: string, role: Membership["role"]) => void;
  /** Stands under it. */
  children?: ReactNode;
}

/** One more place, in a role. */
export function AddMembership({ label, options, onAdd, children }: AddMembershipProps) {
  const [chosen, setChosen] = useState("");
  const [role, setRole] = useState<Membership["role"]>("member");
  const value = options.some((option) => option.value === chosen) ? chosen : "";
  function add(event: FormEvent) {
    event.preventDefault();
    if (value === "") return;
    onAdd(value, role);
    setChosen("");
  }
  return (
    <form
      onSubmit={add}
      className="print:hidden grid grid-cols-[1fr_6.5rem_auto] items-end gap-2 border-t border-line bg-sunk/50 px-4.5 py-3"
    >
      <Select
        label={label}
        placeholder="Choose"
        value={value}
        onChange={(event) => setChosen(event.target.value)}
        options={options}
      />
      <Select
        label="as"
        value={role}
        onChange={(event) => setRole(roleOf(event.target.value))}
        options={ROLE_OPTIONS}
      />
      <Button type="submit" disabled={value === ""} className="h-8 pointer-coarse:h-10">
        Add
      </Button>
      {children}
    </form>
  );
}
