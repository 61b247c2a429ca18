import { assessHref } from "@/components/addresses/pages";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { oneOf } from "@/components/launch/launch-words";
import { namesIn, placeKey } from "@/components/launch/named-questions";
import { formatTime } from "@/components/ui/format-time";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { capital, counted, countedInWords } from "@/lib/domain/words";
import { BeginButton } from "./begin-button";
import { LACK_TEXT, toPrepare } from "./preparation";
import { StageHead } from "./stage-head";

/** Before the meeting: what nobody knows yet, who could answer it, and the way to do so; and the button that begins. */
export function StagePrepare({ onBegun }: { onBegun: (at: string) => void }) {
  const { launch, questions, timeZone } = useLaunchFrame();
  const names = namesIn(launch, questions);
  const items = toPrepare(launch, timeZone);
  const services = new Set(items.map(({ gap }) => gap.service)).size;
  const title =
    items.length === 0
      ? "Everything is answered"
      : capital(`${countedInWords(items.length, "answer")} to look at first`);
  return (
    <>
      <StageHead above="Before the meeting" title={title}>
        {items.length === 0
          ? `The agenda has ${counted(launch.agenda.length, "point")}.`
          : "You cannot decide about what nobody knows. Somebody who knows the service can answer each in a minute."}
      </StageHead>
      {launch.meeting && (
        <p className="mb-4 text-lg text-ink-2">
          The meeting began on {formatTime(launch.meeting.startedAt, timeZone, "day")},{" "}
          {formatTime(launch.meeting.startedAt, timeZone, "clock")}.
        </p>
      )}
      <BeginButton onBegun={onBegun} />
      {items.length > 0 && (
        <ul className="mt-6 max-w-[62em] border-b border-line">
          {items.map(({ gap, lack, people }) => (
            <li
              key={placeKey(gap)}
              className="grid grid-cols-[1.375rem_minmax(0,1fr)] items-start gap-x-3 border-t border-line py-2.5 md:grid-cols-[1.375rem_minmax(0,1fr)_minmax(0,14rem)_auto] md:text-lg"
            >
              <VerdictMark verdict={gap.verdict} />
              <span className="min-w-0">
                <span className="block text-pretty">
                  <bdi>{gap.title}</bdi>
                </span>
                <span className="block text-sm text-ink-3">
                  {LACK_TEXT[lack]}
                  {services > 1 && (
                    <>
                      {" · "}
                      <bdi>{names.service(gap.service)}</bdi>
                    </>
                  )}
                  {gap.critical && " · critical"}
                </span>
              </span>
              <span className="min-w-0 text-ink-2 max-md:col-start-2">
                <bdi>
                  {people.length > 0 ? oneOf(people.map(names.person)) : anybodyOf(gap.service, launch)}
                </bdi>
                {" could answer"}
              </span>
              <a
                href={assessHref(gap.service, gap.question)}
                className="link min-h-6 content-center max-md:col-start-2 max-md:justify-self-start"
              >
                Answer it<span className="sr-only">: {gap.title}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const anybodyOf = (
  slug: string,
  { serviceStates }: { serviceStates: readonly { service: string; teamName: string }[] },
): string => `anybody of ${serviceStates.find(({ service }) => service === slug)?.teamName ?? "its team"}`;
