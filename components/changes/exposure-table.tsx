import Link from "next/link";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Table, Th } from "@/components/ui/table";
import type { Changes } from "@/lib/contracts/changes";
import type { Unit } from "@/lib/domain/amount-text";
import { Figures } from "./exposure-figures";
import { differenceOf, explained, hasMoved } from "./exposure-words";

type Explained = Changes["exposure"]["now"];
/** One end of the span: how it is called, and where its exposure is shown. */
interface SpanEnd {
  name: string;
  href: (when: "now" | "launch") => string;
  /** Whose figures they are. */
  subject: string;
}

interface ExplanationProps {
  title: string;
  when: "now" | "launch";
  of: Explained;
  unit: Unit;
  from: SpanEnd;
  to: SpanEnd;
}

/** From what was expected in a year then to what is now, cause by cause: the lines add up. */
function Explanation({ title, when, of, unit, from, to }: ExplanationProps) {
  const end = ({ name, href, subject }: SpanEnd, amounts: Explained["from"]) => (
    <tr>
      <Th scope="row">
        <Link href={href(when)} prefetch={false} className="link">
          {name}
        </Link>
      </Th>
      <Figures of={amounts} unit={unit} as="end" strong subject={subject} when={when} />
    </tr>
  );
  return (
    <Table caption={title} flush>
      <thead>
        <tr>
          <Th>{title}, a year</Th>
          <Th numeric>known</Th>
          <Th numeric>unknown</Th>
        </tr>
      </thead>
      <tbody>
        {end(from, of.from)}
        {explained(of).map(({ cause, name, amounts }) => (
          <tr key={cause}>
            <Th scope="row" className="font-normal">
              {cause === "model" ? (
                <Link href="/exposure/model#history" prefetch={false} className="link">
                  {name}
                </Link>
              ) : (
                name
              )}
            </Th>
            <Figures of={amounts} unit={unit} as="difference" />
          </tr>
        ))}
        <tr>
          <Th scope="row">All causes</Th>
          <Figures of={differenceOf(of)} unit={unit} as="difference" strong />
        </tr>
        {end(to, of.to)}
      </tbody>
    </Table>
  );
}

interface ExposureTableProps {
  changes: Pick<Changes, "exposure">;
  from: SpanEnd;
  to: SpanEnd;
}

/** How exposure moved and why, carried now and at launch apart (R6); nothing where neither moved. */
export function ExposureTable({ changes, from, to }: ExposureTableProps) {
  const { now, atLaunch, currency, pricedCosts } = changes.exposure;
  const unit: Unit = pricedCosts > 0 ? { currency } : null;
  const parts = [
    { title: "Carried now", when: "now" as const, of: now },
    { title: "At launch", when: "launch" as const, of: atLaunch },
  ].filter(({ of }) => hasMoved(of));
  if (parts.length === 0) return null;
  return (
    <Card title="Exposure by cause" flush>
      <div id="exposure" className={classNames("grid scroll-mt-30", parts.length > 1 && "md:grid-cols-2")}>
        {parts.map((part) => (
          <Explanation key={part.title} {...part} unit={unit} from={from} to={to} />
        ))}
      </div>
      <p className="border-t border-line px-4.5 py-2.5 text-sm text-ink-3">
        Known is what is answered no or partly; unknown what is unclear, stale or unanswered. What was open
        then is reckoned with the assumptions of later first; then facts, checklist, answers and ageing
        follow, so that the lines add up.
      </p>
    </Card>
  );
}
