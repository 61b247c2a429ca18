import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { ModelVersion, ModelVersions } from "@/lib/contracts/model-history";
import { counted } from "@/lib/domain/words";
import { changeWords } from "./change-words";

/** As many changes of a version are named at once. */
const NAMED = 6;

interface HistoryCardProps {
  versions: ModelVersions;
  timeZone: string;
  nameOf: (question: string) => string;
}

/** The models that were in force: what changed, who changed it, when and why. */
export function HistoryCard({ versions, timeZone, nameOf }: HistoryCardProps) {
  const { items, nextCursor } = versions;
  return (
    <Card title="History" aside={nextCursor === null ? counted(items.length, "version") : "the latest first"}>
      <div id="history" className="scroll-mt-30">
        {items.length === 0 ? (
          <p className="text-ink-2">
            Nothing has been set yet: the checklist's rates apply, and no cost has a price.
          </p>
        ) : (
          <ol>
            {items.map((version) => (
              <Version key={version.number} {...{ version, timeZone, nameOf }} />
            ))}
          </ol>
        )}
        {nextCursor !== null && (
          <p className="mt-2 text-sm">
            <Link href={`/exposure/model?before=${nextCursor}#history`} className="link">
              Earlier versions
            </Link>
          </p>
        )}
      </div>
    </Card>
  );
}

function Version({
  version,
  timeZone,
  nameOf,
}: Omit<HistoryCardProps, "versions"> & { version: ModelVersion }) {
  const { number, at, by, note, example, currency, changes } = version;
  const another = changes.find((change) => change.kind === "currency");
  const currencies = { before: another?.from ?? currency, after: currency };
  const line = (change: ModelVersion["changes"][number]) => {
    const { what, from, to, why } = changeWords(change, currencies, nameOf);
    return (
      <li key={what} className="text-pretty">
        {what}: <span className="text-ink-3">{from} →</span> {to}
        {why !== null && (
          <>
            {" "}
            <bdi className="text-ink-3">“{why}”</bdi>
          </>
        )}
      </li>
    );
  };
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0 md:grid-cols-[13rem_1fr]">
      <div>
        <p className="font-strong">
          Version {number} {example && <Tag>example</Tag>}
        </p>
        <p className="text-sm text-ink-3">
          <DateText value={at} timeZone={timeZone} look="minute" />
          {by && (
            <>
              {" "}
              by <bdi>{by.name}</bdi>
            </>
          )}
        </p>
      </div>
      <div className="min-w-0 [overflow-wrap:anywhere]">
        {note !== "" && (
          <p className="text-ink-2">
            <bdi>{note}</bdi>
          </p>
        )}
        <ul>{changes.slice(0, NAMED).map(line)}</ul>
        {changes.length > NAMED && (
          <details className="text-ink-2">
            <summary className="min-h-6 w-fit py-0.75 text-sm hover:text-ink">
              {changes.length - NAMED} more changes
            </summary>
            <ul>{changes.slice(NAMED).map(line)}</ul>
          </details>
        )}
        {changes.length === 0 && <p className="text-ink-3">Nothing changed.</p>}
      </div>
    </li>
  );
}
