import { useLaunchFrame } from "@/components/launch/launch-frame";
import { namesIn } from "@/components/launch/named-questions";
import { RolePill } from "@/components/launch/role-pill";
import { roleLines } from "@/components/launch/role-state";
import { ROLE_TEXT } from "@/lib/domain/launch/roles";

/** Which roles sign, who for each, and how far they are. */
export function RoleList() {
  const { launch, questions } = useLaunchFrame();
  const names = namesIn(launch, questions);
  return (
    <ul>
      {roleLines(launch)
        .filter(({ required, signOff }) => required || signOff !== null)
        .map(({ role, signer, signOff, standing }) => {
          const person = signOff?.person ?? signer;
          return (
            <li key={role} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 py-1.75">
              <b>{ROLE_TEXT[role].name}</b>
              <RolePill standing={standing} />
              {person !== null && (
                <span className="text-sm text-ink-3">
                  <bdi>{names.person(person)}</bdi>
                </span>
              )}
            </li>
          );
        })}
    </ul>
  );
}
