import { meetingHref, minutesHref } from "@/components/addresses/pages";
import { LinkedSentence, LinkedText } from "@/components/figure/linked-sentence";
import { ButtonLink } from "@/components/ui/button-link";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Tag } from "@/components/ui/tag";
import { Trail } from "@/components/ui/trail";
import type { LaunchEvents } from "@/lib/contracts/launches";
import { dayOf } from "@/lib/domain/as-of";
import { BlockersCard } from "./blockers-card";
import { CloseButton } from "./close-button";
import { ReviewCard, SinceLaunchCard, WithoutGoNotice } from "./closed-cards";
import { CopyForChat } from "./copy-for-chat";
import { decidedLines } from "./gap-state";
import type { LaunchFrame } from "./launch-frame";
import { LaunchFrameProvider } from "./launch-frame-provider";
import { launchSentence, tradeWords } from "./launch-sentence";
import { STATE_TEXT } from "./launch-words";
import { NotesCard } from "./notes-card";
import { OtherGapsCard } from "./other-gaps-card";
import { OutOfDateNotices } from "./out-of-date-notices";
import { OutcomeMark } from "./outcome-mark";
import { PlanCard } from "./plan-card";
import { SignOffCard } from "./sign-off-card";
import { TurnsCard } from "./turns-card";

interface LaunchViewProps {
  frame: LaunchFrame;
  /** What happened to it, oldest first. */
  events: LaunchEvents["items"];
}

/** A launch: how it stands, what is missing for a decision and whose turn it is, what was decided, who signed. */
export function LaunchView({ frame, events }: LaunchViewProps) {
  const { launch, questions, today, timeZone } = frame;
  const lines = decidedLines(launch, questions);
  const closedOn = closedDay(launch.closedAt, events, timeZone);
  return (
    <LaunchFrameProvider frame={frame}>
      <header className="mb-4.5 grid gap-3.5">
        <HeadWithActions
          className=""
          actions={
            <>
              {launch.state === "open" && <ButtonLink href={meetingHref(launch.id)}>Meeting</ButtonLink>}
              <ButtonLink href={minutesHref(launch.id)}>Minutes</ButtonLink>
              <CopyForChat closedOn={closedOn} />
              <CloseButton label="Close the launch …" />
            </>
          }
        >
          <Trail steps={[{ href: "/launches", label: "Launches" }]} className="mb-3.5">
            <span className="flex flex-wrap items-center gap-2">
              <bdi>{launch.title}</bdi>
              <OutcomeMark outcome={launch.outcome} />
              {launch.state !== "open" && <Tag>{STATE_TEXT[launch.state].toLowerCase()}</Tag>}
              {launch.example && <Tag>example</Tag>}
            </span>
          </Trail>

          <LinkedSentence
            words={launchSentence(launch, today, closedOn)}
            sub={launch.state === "open" ? <LinkedText words={tradeWords(launch)} /> : undefined}
          />
        </HeadWithActions>
        <WithoutGoNotice events={events} frame={frame} />
        <OutOfDateNotices frame={frame} />
      </header>
      <div className="grid items-start gap-4.5 md:grid-cols-[1.9fr_1fr] print:block print:space-y-4">
        <div className="grid min-w-0 gap-4.5 max-md:contents print:space-y-4">
          <BlockersCard lines={lines.filter(({ critical }) => critical)} frame={frame} />
          <OtherGapsCard lines={lines.filter(({ critical }) => !critical)} frame={frame} />
          <div className="min-w-0 max-md:order-last">
            <NotesCard events={events} frame={frame} />
          </div>
        </div>
        <div className="grid min-w-0 gap-4.5 max-md:contents print:space-y-4">
          {(launch.state === "open" || launch.turns.length > 0) && (
            <div className="min-w-0 max-md:order-first">
              <TurnsCard frame={frame} />
            </div>
          )}
          <ReviewCard events={events} frame={frame} />
          <SinceLaunchCard events={events} frame={frame} />
          <SignOffCard frame={frame} />
          <PlanCard frame={frame} />
        </div>
      </div>
    </LaunchFrameProvider>
  );
}

/** The day on which it was launched or called off, which may be before it was recorded; null while it is open. */
function closedDay(closedAt: string | null, events: LaunchEvents["items"], timeZone: string): string | null {
  if (closedAt === null) return null;
  const said = events.find(({ kind }) => kind === "closed")?.details.closedOn;
  return typeof said === "string" ? said : dayOf(new Date(closedAt), timeZone);
}
