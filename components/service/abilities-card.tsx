import { Card } from "@/components/ui/card";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { ABILITY_TEXT } from "@/lib/domain/vocabulary";

const MARK = { proven: "yes", open: "unanswered", not_asked: "not_applicable" } as const;

/** Which of the nine abilities of production-ready software are proven (S9), which are open and by how much. */
export function AbilitiesCard({ abilities }: { abilities: Scorecard["abilities"] }) {
  const proven = abilities.filter((each) => each.state === "proven").length;
  return (
    <Card title="Nine abilities" aside={`${proven} proven`}>
      <ul className="-my-1">
        {abilities.map(({ ability, state, asked, yes }) => (
          <li key={ability} className="flex min-h-7.5 items-center gap-2.5 py-0.5">
            <VerdictMark
              verdict={state === "open" && yes > 0 ? "partly" : MARK[state]}
              size="sm"
              decorative
            />
            <span className={state === "not_asked" ? "flex-1 text-ink-3" : "flex-1"}>
              {ABILITY_TEXT[ability]}
            </span>
            <span className="text-sm whitespace-nowrap text-ink-3 tabular-nums">
              {state === "proven" && <span className="text-yes">proven</span>}
              {state === "open" && `open ${asked - yes} of ${asked}`}
              {state === "not_asked" && "not asked"}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
