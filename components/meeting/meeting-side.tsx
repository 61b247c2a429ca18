import { useLaunchFrame } from "@/components/launch/launch-frame";
import { launchSentence } from "@/components/launch/launch-sentence";
import { OutcomeMark } from "@/components/launch/outcome-mark";
import { Checkbox } from "@/components/ui/checkbox";
import { RoleList } from "./role-list";
import { soFar } from "./so-far";

interface MeetingSideProps {
  /** The stage shows who signs already. */
  atSignatures: boolean;
  /** Whether single keys act on this page, and how to change it. */
  keysOn: boolean;
  onKeysChange: (on: boolean) => void;
}

const HEADING = "mb-1.5 text-sm font-strong text-ink-3";

/** Who signs at the end, what was decided so far, and what that amounts to. */
export function MeetingSide({ atSignatures, keysOn, onKeysChange }: MeetingSideProps) {
  const { launch, today } = useLaunchFrame();
  const hasSigned = launch.signOffs.some(({ supersededAt }) => supersededAt === null);
  const lines = soFar(launch, today);
  return (
    <div className="grid gap-5 text-base">
      <section aria-label="Outcome">
        <h2 className={HEADING}>As it stands</h2>
        <OutcomeMark outcome={launch.outcome} className="text-xl font-strong" />
        <p className="sr-only">{launchSentence(launch, today, null).map(({ text }) => text)}</p>
      </section>
      <section aria-label="So far">
        <h2 className={HEADING}>So far</h2>
        <ul className="grid gap-1 leading-normal">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {!atSignatures && (
        <section aria-label="Who signs">
          <h2 className={HEADING}>{hasSigned ? "Who signs" : "Signs at the end"}</h2>
          <RoleList />
        </section>
      )}
      <Checkbox
        className="text-sm text-ink-2 max-md:hidden"
        label="Single keys act on this page"
        checked={keysOn}
        onChange={(event) => onKeysChange(event.target.checked)}
      />
    </div>
  );
}
