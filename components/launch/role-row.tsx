import type { ReactNode } from "react";
import type { BecauseShown, SignOffShown } from "@/lib/contracts/launch-parts";
import { dayInWords } from "@/lib/domain/day-words";
import { becauseText } from "@/lib/domain/launch/because-text";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";
import { capital, counted } from "@/lib/domain/words";
import type { LaunchFrame } from "./launch-frame";
import { namesIn } from "./named-questions";
import { OverruleButton } from "./overrule-button";
import { RoleMenu } from "./role-menu";
import { RolePill } from "./role-pill";
import { namedSince, type RoleLine } from "./role-state";
import { SignButton } from "./sign-button";
import { whenText } from "./when-text";

/** One role: who signs, what they said, and whether it still holds. */
export function RoleRow({ line, frame }: { line: RoleLine; frame: LaunchFrame }) {
  const { role, standing, signOff, signer, deputy, required, earlierNos } = line;
  const { launch, timeZone, today, questions } = frame;
  const names = namesIn(launch, questions);
  const since = namedSince(line);
  const person = (id: string) => <bdi>{names.person(id)}</bdi>;
  const on = (at: string) => whenText(at, timeZone, today);
  const worse = (because: readonly BecauseShown[]): string => {
    const [first, ...rest] = because;
    if (!first) return "";
    const more = rest.length > 0 ? `, and ${counted(rest.length, "more change")}` : "";
    return `${capital(becauseText({ ...first, version: null }, names))}${more}.`;
  };
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-2 gap-y-1 border-t border-line py-2.25 first:border-0 first:pt-0">
      <span className="flex flex-wrap items-center gap-x-2">
        <b>{ROLE_TEXT[role].name}</b>
        {!required && <span className="text-sm text-ink-3">not required</span>}
      </span>
      <span className="flex items-center justify-end gap-1">
        <RolePill standing={standing} />
        {signer !== null && (
          <span className="print:hidden">
            <RoleMenu role={role} />
          </span>
        )}
      </span>
      <span className="text-sm text-ink-3">
        {signOff ? <Said signOff={signOff} {...{ person, on }} /> : named(signer, deputy, person)}
      </span>
      <span className="flex items-center justify-end gap-1 print:hidden">
        <SignButton role={role} main={standing === "again"} />
        {signOff && standing === "no_go" && <OverruleButton signOff={signOff} />}
        {signer === null && <RoleMenu role={role} />}
      </span>
      {since !== null && <p className="col-span-2 text-sm">Now {person(since)} signs for it.</p>}
      {signOff?.comment && (
        <p className="col-span-2 whitespace-pre-line text-ink-2 [overflow-wrap:anywhere]">
          “<bdi>{signOff.comment}</bdi>”
        </p>
      )}
      {signOff?.lookAgainOn && (
        <p className={`col-span-2 text-sm ${signOff.lookAgainOn <= today ? "text-no" : "text-ink-3"}`}>
          Look again on {dayInWords(signOff.lookAgainOn, today)}
        </p>
      )}
      {standing === "again" && signOff && (
        <p className="col-span-2 text-sm text-no">{worse(signOff.because)}</p>
      )}
      {signOff?.overruling && (
        <div className="col-span-2 mt-1 border-l-2 border-brass pl-2.5 text-sm">
          <p className="text-ink-3">
            Overruled by {person(signOff.overruling.person)}, {on(signOff.overruling.at)}
          </p>
          <p className="[overflow-wrap:anywhere]">
            “<bdi>{signOff.overruling.reason}</bdi>”
          </p>
          {signOff.overruling.outOfDate && (
            <p className="text-no">It is no longer valid. {worse(signOff.overruling.because)}</p>
          )}
        </div>
      )}
      {earlierNos.map((no) => (
        <p key={no.id} className="col-span-2 text-sm text-ink-3 [overflow-wrap:anywhere]">
          <span className="text-no">No-go before</span>, by {person(no.person)}, {on(no.at)}: “
          <bdi>{no.comment}</bdi>”
        </p>
      ))}
    </li>
  );
}

function named(signer: string | null, deputy: string | null, person: (id: string) => ReactNode): ReactNode {
  if (signer === null && deputy === null) return null;
  return (
    <>
      {signer !== null && person(signer)}
      {deputy !== null && <>, deputy {person(deputy)}</>}
    </>
  );
}

function Said({
  signOff,
  person,
  on,
}: {
  signOff: SignOffShown;
  person: (id: string) => ReactNode;
  on: (at: string) => string;
}) {
  return (
    <>
      {person(signOff.person)}
      {signOff.deputyFor !== null && <> for {person(signOff.deputyFor)}</>}, {on(signOff.at)}
    </>
  );
}
