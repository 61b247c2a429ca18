import { DateText } from "@/components/ui/date-text";
import type { Locals } from "@/lib/client/assessment/local";
import type { SaveState } from "@/lib/client/assessment/save-state";

const OPEN: ReadonlySet<SaveState["kind"]> = new Set([
  "incomplete",
  "retrying",
  "signed_out",
  "other_person",
  "refused",
  "conflict",
]);

/** How all that was typed on this page stands; what is not saved leads to its question. */
export function SaveSummary({ locals, timeZone }: { locals: Locals; timeZone: string }) {
  const all = [...locals];
  const waiting = all.filter(([, local]) => (local.draft || local.confirming) && OPEN.has(local.state.kind));
  const [first] = waiting;
  if (first) {
    return (
      <p className="font-medium text-partly">
        <a href={`#${first[0]}`} className="link">
          {waiting.length === 1 ? "1 answer is" : `${waiting.length} answers are`} not saved yet
        </a>
      </p>
    );
  }
  const last = all
    .map(([, { known }]) => known?.savedAt ?? "")
    .sort()
    .at(-1);
  if (all.some(([, { state }]) => state.kind === "saving" || state.kind === "waiting"))
    return <p>Saving …</p>;
  if (!last) return <p>Saved as you go</p>;
  return (
    <p>
      All saved, <DateText value={last} timeZone={timeZone} look="clock" />
    </p>
  );
}
