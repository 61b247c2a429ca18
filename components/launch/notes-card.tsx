import { Card } from "@/components/ui/card";
import type { LaunchEvents } from "@/lib/contracts/launches";
import { AddText } from "./add-text";
import type { LaunchFrame } from "./launch-frame";
import { whenText } from "./when-text";

type Event = LaunchEvents["items"][number];

/** Notes for the minutes, newest first. */
export function NotesCard({ events, frame }: { events: readonly Event[]; frame: LaunchFrame }) {
  const notes = events.filter(({ kind }) => kind === "note").reverse();
  if (notes.length === 0 && !frame.launch.can.note) return null;
  return (
    <Card
      title="Notes"
      aside="shown in the minutes"
      className={notes.length === 0 ? "print:hidden" : undefined}
    >
      {frame.launch.can.note && <AddText launch={frame.launch.id} what="note" />}
      <Texts events={notes} frame={frame} />
    </Card>
  );
}

/** What people wrote, with who and when. */
export function Texts({
  events,
  frame: { timeZone, today },
}: {
  events: readonly Event[];
  frame: LaunchFrame;
}) {
  return (
    <ul>
      {events.map(({ id, at, by, details }) => (
        <li key={id} className="border-t border-line py-2 first:border-0">
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">
            <bdi>{String(details.text ?? "")}</bdi>
          </p>
          <p className="text-sm text-ink-3">
            <bdi>{by?.name ?? "somebody"}</bdi>, {whenText(at, timeZone, today)}
          </p>
        </li>
      ))}
    </ul>
  );
}
