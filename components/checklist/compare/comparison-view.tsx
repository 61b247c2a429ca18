import { LinkedSentence } from "@/components/figure/linked-sentence";
import type { LinkedWords } from "@/components/figure/linked-words";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Trail } from "@/components/ui/trail";
import type { ChecklistComparison } from "@/lib/contracts/checklists";
import { AREA_TEXT, AREAS } from "@/lib/domain/vocabulary";
import { changeWords } from "../editor/draft-sentence";
import { ChangeCard } from "./change-card";
import { meaningSub } from "./meaning-sub";

interface ComparisonViewProps {
  comparison: ChecklistComparison;
  /** The versions to compare with, newest first. */
  others: readonly { version: number; status: "draft" | "published" }[];
}

/** Two versions of a checklist side by side: what came, what went, what is different. */
export function ComparisonView({ comparison, others }: ComparisonViewProps) {
  const { checklist, name, from, to, questions } = comparison;
  const page = `/checklists/${checklist}/versions/${to}`;
  const areas = AREAS.map((area) => ({
    area,
    changes: questions.filter((change) => (change.after ?? change.before)?.area === area),
  })).filter(({ changes }) => changes.length > 0);
  return (
    <>
      <Trail
        steps={[
          { href: "/checklists", label: "Checklists" },
          { href: page, label: `${name}, version ${to}` },
        ]}
        className="mb-1.5"
      >
        compared with version {from}
      </Trail>
      <LinkedSentence words={comparisonSentence(comparison)} sub={meaningSub(comparison)} />
      <div className="mt-4 mb-6">
        <LinkTabs
          label="Compare with"
          look="segments"
          tabs={others.map((other) => ({
            href: `${page}/comparison?with=${other.version}`,
            label: `Version ${other.version}${other.status === "draft" ? ", draft" : ""}`,
            current: other.version === from,
          }))}
        />
      </div>
      {questions.length === 0 && (
        <EmptyState title="Nothing is different.">
          Both versions ask the same questions in the same order.
        </EmptyState>
      )}
      {areas.map(({ area, changes }) => (
        <section key={area} aria-labelledby={`${area}-head`} className="mb-7">
          <h2 id={`${area}-head`} className="mb-2 text-sm font-strong text-ink-2">
            {AREAS.indexOf(area) + 1} {AREA_TEXT[area].name}
          </h2>
          <ul className="grid gap-3">
            {changes.map((change) => (
              <ChangeCard key={change.key} change={change} from={`version ${from}`} to={`version ${to}`} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** What differs, in numbers. */
function comparisonSentence({ from, to, counts }: ChecklistComparison): LinkedWords[] {
  const parts = changeWords(counts);
  if (parts.length === 0) return [{ text: `Version ${to} asks what version ${from} asks.` }];
  return [{ text: `From version ${from} to version ${to}: ${parts.join(", ")}.` }];
}
