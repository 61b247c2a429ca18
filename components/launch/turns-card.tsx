import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import type { Turn } from "@/lib/contracts/launch-parts";
import { dayInWords } from "@/lib/domain/day-words";
import { CloseButton } from "./close-button";
import { DisposeButton } from "./dispose-button";
import { groupedTurns } from "./grouped-turns";
import type { LaunchFrame } from "./launch-frame";
import { namesIn } from "./named-questions";
import { RoleMenu } from "./role-menu";
import { SignButton } from "./sign-button";
import { turnDue, turnPeople, turnText } from "./turn-words";
import { waiverHref } from "./waiver-href";
import { WorkThrough } from "./work-through";

/** What is missing for a decision, in the order in which it is worked through, and who can do it. */
export function TurnsCard({ frame }: { frame: LaunchFrame }) {
  const { launch, questions, today } = frame;
  const names = namesIn(launch, questions);
  const teamsOf = ({ service }: Turn) => [
    ...new Set(
      launch.serviceStates
        .filter((each) => service === null || each.service === service)
        .map(({ teamName }) => teamName),
    ),
  ];
  return (
    <Card title="Whose turn it is">
      {launch.turns.length === 0 ? (
        <p className="text-ink-2">
          Nobody’s: {launch.state === "open" ? "nothing is missing for a decision." : "it is closed."}
        </p>
      ) : (
        <ul>
          {groupedTurns(launch.turns).map(({ turn, count }) => {
            const due = turnDue(turn, today);
            const title =
              turn.service !== null && turn.question !== null
                ? names.title(turn.question, turn.service)
                : null;
            const mine = turn.people.includes(frame.me);
            return (
              <li
                key={`${turn.what} ${turn.role} ${turn.service} ${turn.question}`}
                className="grid grid-cols-[1.375rem_1fr_auto] items-center gap-x-2.5 gap-y-0.5 border-t border-line py-2.25 first:border-0 first:pt-0"
              >
                <TurnMark urgent={turn.what === "dispose" || due?.late === true} />
                <span className="min-w-0 [overflow-wrap:anywhere]">{turnText(turn, title, count)}</span>
                <span className="print:hidden">
                  <TurnAction turn={turn} />
                </span>
                <span className="col-span-2 col-start-2 text-sm text-ink-3">
                  {mine && <b className="text-brass">You: </b>}
                  {turnPeople(turn, names.person, teamsOf(turn))}
                  {due && (
                    <span className={due.late ? "text-no" : undefined}>
                      {due.late ? ", late since " : ", by "}
                      {dayInWords(due.dueOn, today)}
                    </span>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

function TurnMark({ urgent }: { urgent: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`grid size-5.5 place-items-center text-[0.75rem] leading-none font-[650] ${urgent ? "rounded-[24%] bg-no text-card" : "rounded-full bg-unclear-soft text-unclear"}`}
    >
      {urgent ? "!" : "…"}
    </span>
  );
}

/** What the viewer can do about it, there and then. */
function TurnAction({ turn: { what, role, service, question } }: { turn: Turn }) {
  const place = service !== null && question !== null ? { service, question } : null;
  if (what === "dispose")
    return place ? <DisposeButton place={place} label="Decide" main /> : <WorkThrough main />;
  if ((what === "sign" || what === "sign_again") && role) return <SignButton role={role} main />;
  if (what === "name_signer" && role) return <RoleMenu role={role} />;
  if (what === "decide_waiver" && service)
    return <ButtonLink href={waiverHref(service)}>To the waiver</ButtonLink>;
  return what === "close" ? <CloseButton label="Close …" main /> : null;
}
