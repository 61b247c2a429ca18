import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { LaunchEvents } from "@/lib/contracts/launches";
import { dayInWords } from "@/lib/domain/day-words";
import { AddText } from "./add-text";
import type { LaunchFrame } from "./launch-frame";
import { Texts } from "./notes-card";
import { sinceLaunchText } from "./since-launch";
import { whenText } from "./when-text";

type Events = LaunchEvents["items"];

/** That a launch had no go, why, and the review that somebody owes (L9). */
export function WithoutGoNotice({ events, frame }: { events: Events; frame: LaunchFrame }) {
  const { launch, today } = frame;
  if (!launch.launchedWithoutGo) return null;
  const closed = events.find(({ kind }) => kind === "closed");
  const reason = String(closed?.details.reason ?? "");
  const { reviewDueOn, reviewedAt } = launch;
  const late = reviewDueOn !== null && reviewedAt === null && reviewDueOn < today;
  return (
    <Notice tone="warn" title="Launched without a go">
      {closed?.by && reason !== "" && (
        <p className="[overflow-wrap:anywhere]">
          <bdi>{closed.by.name}</bdi>: “<bdi>{reason}</bdi>”
        </p>
      )}
      {reviewDueOn !== null && (
        <p>
          {reviewedAt !== null
            ? "Its review is written."
            : `Its review ${late ? "was" : "is"} due on ${dayInWords(reviewDueOn, today)}, by somebody who did not launch it.`}
        </p>
      )}
    </Notice>
  );
}

/** The review of a launch without a go: written, or to be written here. */
export function ReviewCard({ events, frame }: { events: Events; frame: LaunchFrame }) {
  const reviews = events.filter(({ kind }) => kind === "review");
  if (reviews.length === 0 && !frame.launch.can.review) return null;
  return (
    <Card title="Review">
      {frame.launch.can.review && <AddText launch={frame.launch.id} what="review" />}
      <Texts events={reviews} frame={frame} />
    </Card>
  );
}

/** What happened after it was closed. */
export function SinceLaunchCard({ events, frame }: { events: Events; frame: LaunchFrame }) {
  const { launch, timeZone, today } = frame;
  const { closedAt } = launch;
  if (closedAt === null) return null;
  const since = events.flatMap((event) => {
    const text = event.at > closedAt ? sinceLaunchText(event, today) : null;
    return text === null ? [] : [{ ...event, text }];
  });
  if (since.length === 0) return null;
  return (
    <Card title={launch.state === "launched" ? "Since the launch" : "Since it was called off"}>
      <ul>
        {since.map(({ id, at, text }) => (
          <li key={id} className="border-t border-line py-2 first:border-0 [overflow-wrap:anywhere]">
            {text}
            <span className="block text-sm text-ink-3">{whenText(at, timeZone, today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
