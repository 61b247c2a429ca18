import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { becauseText } from "@/lib/domain/launch/because-text";
import { capital } from "@/lib/domain/words";
import type { Names } from "./named-questions";
import type { SignState } from "./use-sign";

/** Why it was not signed, and what has to be looked at first. */
export function SignRefusal({
  state,
  names,
}: {
  state: Pick<SignState, "refused" | "isNewer" | "takeNewer">;
  names: Names;
}) {
  const { refused, isNewer, takeNewer } = state;
  if (refused?.kind === "worse") {
    return (
      <Notice
        tone="warn"
        title={
          isNewer
            ? "This is the new state. What got worse:"
            : "Something got worse while you looked. Nothing is signed."
        }
      >
        {refused.worse.length > 0 ? (
          <ul className="list-disc pl-4">
            {refused.worse.map((each) => (
              <li key={`${each.code} ${each.service} ${each.question}`}>
                {capital(becauseText(each, names))}.
              </li>
            ))}
          </ul>
        ) : (
          "This state is out of date. Look at the current one, then sign it."
        )}
      </Notice>
    );
  }
  if (refused?.kind === "blockers") {
    return (
      <Notice tone="warn" title="Blockers wait for a decision. Nothing is signed.">
        <ul className="list-disc pl-4">
          {refused.blockers.map(({ service, question }) => (
            <li key={`${service} ${question}`}>
              “{names.title(question, service)}” of {names.service(service)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (takeNewer) {
    return (
      <Notice
        tone="info"
        title="The launch has changed since you opened this."
        action={<Button onClick={takeNewer}>Look at the new state</Button>}
      >
        What you would sign is still the earlier state.
      </Notice>
    );
  }
  return null;
}
