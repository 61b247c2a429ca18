import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { formatTime } from "@/components/ui/format-time";
import { Link } from "@/components/ui/link";
import { StandingPill } from "@/components/verdict/standing-pill";
import { amountText } from "@/lib/domain/amount-text";
import { dayOf } from "@/lib/domain/as-of";
import { EditPlanButton } from "./edit-plan-button";
import type { LaunchFrame } from "./launch-frame";
import { weekdayInWords } from "./launch-words";
import { personIn } from "./named-questions";

/** What is launched and when, what it is worth, how it is undone, who is there. */
export function PlanCard({ frame }: { frame: LaunchFrame }) {
  const { launch, today, timeZone } = frame;
  const { meetingAt, undo, delayCostPerWeek, trade } = launch;
  const meeting =
    meetingAt === null
      ? ""
      : `, meeting on ${weekdayInWords(dayOf(new Date(meetingAt), timeZone), today)}, ${formatTime(meetingAt, timeZone, "clock")}`;
  const undone = [undo.how, undo.who].filter((each) => each.trim() !== "");
  const facts: [name: string, value: ReactNode][] = [
    ["Launch", `${weekdayInWords(launch.targetDate, today)}${meeting}`],
    ["Services", <Services key="services" frame={frame} />],
    ["What", text(launch.what)],
    ["Worth", text(launch.worth)],
    [
      "Delay",
      delayCostPerWeek === null
        ? null
        : `about ${amountText(delayCostPerWeek, { currency: trade.currency })} a week`,
    ],
    ["Undo", undone.length === 0 ? null : text(undone.join("\n"))],
    ["On call", text(launch.onCall)],
    ["Facilitator", <bdi key="facilitator">{personIn(launch.people, launch.facilitator)}</bdi>],
  ];
  const missing = [
    ...(launch.worth === "" ? ["what it is worth"] : []),
    ...(undone.length === 0 ? ["how it is undone"] : []),
    ...(launch.onCall === "" ? ["who is on call"] : []),
  ];
  return (
    <div id="plan" className="scroll-mt-16">
      <Card title="The plan">
        <dl className="grid grid-cols-[5.5rem_1fr] gap-x-3 gap-y-1.75">
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-3">{name}</dt>
                <dd className="min-w-0 whitespace-pre-line [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
        </dl>
        {launch.state === "open" && missing.length > 0 && (
          <p className="mt-2.5 text-sm text-ink-3">Not written yet: {missing.join(", ")}.</p>
        )}
        {launch.can.edit && (
          <p className="mt-3 print:hidden">
            <EditPlanButton />
          </p>
        )}
      </Card>
    </div>
  );
}

const text = (value: string): ReactNode => (value.trim() === "" ? null : <bdi>{value}</bdi>);

function Services({ frame: { launch } }: { frame: LaunchFrame }) {
  return (
    <ul className="grid gap-1">
      {launch.serviceStates.map(({ service, name, standing, tier }) => (
        <li key={service} className="flex flex-wrap items-center gap-x-2">
          <Link href={`/services/${service}`} className="link inline-block min-h-6 content-center">
            <bdi>{name}</bdi>
          </Link>
          <span className="text-sm text-ink-3">tier {tier}</span>
          <StandingPill standing={standing} />
        </li>
      ))}
    </ul>
  );
}
