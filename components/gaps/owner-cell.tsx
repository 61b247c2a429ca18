"use client";

import { type ReactNode, useMemo, useState } from "react";
import type { PersonButton } from "@/components/people/person-button";
import { toasts } from "@/components/ui/toast-store";
import { usePlanFrame } from "./plan-context";
import type { Plan } from "./plan-draft";

interface OwnerCellProps {
  /** What the gap is called, for those who hear its row. */
  name: string;
  /** Whose people are offered first. */
  team: { slug: string; name: string };
  owner: NonNullable<Plan>["owner"];
  /** Hears a person's id, or "" for nobody. */
  onChange: (id: string) => void;
  /** What stands there. */
  children: ReactNode;
}

const LOOK = "-mx-1.5 min-h-7 min-w-7 rounded-md px-1.5 text-left hover:bg-sunk";
const NOBODY = [{ value: "", label: "Nobody" }];

const load = () => import("@/components/people/person-button").then((module) => module.PersonButton);

/** Who closes a gap, as a button with which somebody else is chosen: what that takes comes with the first press. */
export function OwnerCell({ name, team, owner, onChange, children }: OwnerCellProps) {
  const { people } = usePlanFrame();
  const [Taken, take] = useState<typeof PersonButton | null>(null);
  const teams = useMemo(() => [team], [team]);
  const label = `Owner of: ${name}`;

  async function open(): Promise<void> {
    try {
      const Came = await load();
      take(() => Came);
    } catch {
      toasts.show({
        text: "The list of people cannot be shown at the moment.",
        tone: "problem",
        action: { label: "Try again", run: () => void open() },
      });
    }
  }
  if (Taken) {
    return (
      <Taken
        label={`${label}: ${owner?.name ?? "nobody"}`}
        className={LOOK}
        {...{ people, teams }}
        now={owner}
        instead={owner ? NOBODY : undefined}
        value={owner?.id ?? ""}
        onChange={onChange}
      >
        {children}
      </Taken>
    );
  }
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onPointerEnter={() => void load().catch(() => undefined)}
      onClick={() => void open()}
      className={LOOK}
    >
      <span className="sr-only">{label}: </span>
      {children}
    </button>
  );
}
