import { Pill, type PillTone } from "@/components/ui/pill";
import type { RoleStanding } from "./role-state";

const LOOK: Record<RoleStanding, { tone: PillTone; letter: string; text: string }> = {
  nobody: { tone: "plain", letter: "", text: "nobody named" },
  waits: { tone: "quiet", letter: "", text: "waits" },
  go: { tone: "good", letter: "✓", text: "go" },
  again: { tone: "amber", letter: "!", text: "sign again" },
  no_go: { tone: "bad", letter: "✕", text: "no-go" },
  overruled: { tone: "good-dashed", letter: "✕", text: "no-go, overruled" },
};

/** How far a role is, in a word and a letter. */
export function RolePill({ standing }: { standing: RoleStanding }) {
  const { tone, letter, text } = LOOK[standing];
  return (
    <Pill tone={tone}>
      {letter !== "" && <span aria-hidden="true">{letter}</span>}
      {text}
    </Pill>
  );
}
