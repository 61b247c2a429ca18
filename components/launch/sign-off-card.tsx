import { Card } from "@/components/ui/card";
import { counted } from "@/lib/domain/words";
import type { LaunchFrame } from "./launch-frame";
import { RoleRow } from "./role-row";
import { roleLines } from "./role-state";

/** Which roles sign, who for each, and what they said. */
export function SignOffCard({ frame }: { frame: LaunchFrame }) {
  const { launch } = frame;
  const aside = [
    counted(launch.requiredRoles.length, "role"),
    ...(launch.twoPeople ? ["at least two people"] : []),
  ];
  return (
    <div id="sign-off" className="scroll-mt-16">
      <Card title="Sign-off" aside={aside.join(", ")}>
        <ul>
          {roleLines(launch).map((line) => (
            <RoleRow key={line.role} line={line} frame={frame} />
          ))}
        </ul>
      </Card>
    </div>
  );
}
