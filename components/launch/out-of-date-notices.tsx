import { changesPage } from "@/components/addresses/pages";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { SignOffShown } from "@/lib/contracts/launch-parts";
import { becauseText } from "@/lib/domain/launch/because-text";
import { capital, listed } from "@/lib/domain/words";
import type { LaunchFrame } from "./launch-frame";
import { roleWord } from "./launch-words";
import { namesIn } from "./named-questions";
import { whenText } from "./when-text";

const MOST = 4;

/** Go's that went out of date for the same reasons. */
interface Stale {
  signOffs: SignOffShown[];
  because: SignOffShown["because"];
}

/** Sign-offs in force that do not hold any more, those with the same reasons together. */
export function staleSignOffs(signOffs: readonly SignOffShown[]): Stale[] {
  const groups = new Map<string, Stale>();
  for (const signOff of signOffs) {
    if (signOff.supersededAt !== null || signOff.decision !== "go" || !signOff.outOfDate) continue;
    const key = JSON.stringify(
      signOff.because.map(({ code, service, question, at }) => [code, service, question, at]),
    );
    const group = groups.get(key) ?? { signOffs: [], because: signOff.because };
    group.signOffs.push(signOff);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Whose go went out of date, by what, who, when; and where both states can be seen (L5). */
export function OutOfDateNotices({ frame }: { frame: LaunchFrame }) {
  const { launch, timeZone, questions, today } = frame;
  if (launch.state !== "open") return null;
  const names = namesIn(launch, questions);
  return staleSignOffs(launch.signOffs).map(({ signOffs, because }) => {
    const roles = capital(listed(signOffs.map(({ role }) => roleWord(role))));
    const first = signOffs.map(({ at }) => at).sort()[0] ?? "";
    const only = launch.services.length === 1 ? launch.services[0] : undefined;
    return (
      <Notice
        key={roles}
        tone="problem"
        title={`${roles} ${signOffs.length === 1 ? "has" : "have"} to sign again: the state got worse`}
        action={
          <Link
            href={changesPage.href({ since: first, ...(only ? { service: only } : {}) })}
            className="link min-h-6 content-center font-medium print:hidden"
          >
            See both states
          </Link>
        }
      >
        <ul>
          {because.slice(0, MOST).map((each) => (
            <li key={`${each.code} ${each.service} ${each.question}`} className="[overflow-wrap:anywhere]">
              {capital(becauseText({ ...each, version: null }, names))}
              {each.by !== null && `, by ${names.person(each.by)}`}, {whenText(each.at, timeZone, today)}.
            </li>
          ))}
          {because.length > MOST && <li>And {(because.length - MOST).toLocaleString("en")} more.</li>}
        </ul>
      </Notice>
    );
  });
}
