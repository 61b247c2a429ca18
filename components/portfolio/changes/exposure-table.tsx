import Link from "next/link";
import { figureText, type Unit } from "@/components/exposure/amount";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Table, Td, Th } from "@/components/ui/table";
import type { Changes } from "@/lib/contracts/changes";
import { explained, hasMoved } from "./exposure-words";

type Explained = Changes["exposure"]["now"];
type Amounts = Explained["from"];

/** A difference with its sign; nothing where it is none. */
function Difference({ value, unit }: { value: number | null; unit: Unit }) {
  if (value === null || Math.abs(value) < (unit === null ? 0.05 : 0.5))
    return <span className="text-ink-3">–</span>;
  return (
    <span className={value < 0 ? "text-yes" : "text-no"}>
      {value < 0 ? "−" : "+"}
      {figureText(Math.abs(value), unit)}
    </span>
  );
}

function Ends({ name, of, unit }: { name: string; of: Amounts; unit: Unit }) {
  return (
    <tr>
      <Th scope="row">{name}</Th>
      <Td numeric className={unit === null ? "font-strong" : undefined}>
        {figureText(of.incidents, null)}
      </Td>
      {unit !== null && (
        <Td numeric className="font-strong">
          {of.expectedLoss === null ? (
            <span className="text-ink-3">unpriced</span>
          ) : (
            figureText(of.expectedLoss, unit)
          )}
        </Td>
      )}
    </tr>
  );
}

interface ExposureTableProps {
  title: string;
  of: Explained;
  unit: Unit;
  from: string;
  to: string;
}

/** From what was expected in a year then to what is now, cause by cause: the lines add up. */
function Explanation({ title, of, unit, from, to }: ExposureTableProps) {
  return (
    <Table caption={title} flush>
      <thead>
        <tr>
          <Th>{title}</Th>
          <Th numeric>incidents a year</Th>
          {unit !== null && <Th numeric>loss a year</Th>}
        </tr>
      </thead>
      <tbody>
        <Ends name={from} of={of.from} unit={unit} />
        {explained(of).map(({ cause, name, incidents, expectedLoss }) => (
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
            <Td numeric>
              <Difference value={incidents} unit={null} />
            </Td>
            {unit !== null && (
              <Td numeric>
                <Difference value={expectedLoss} unit={unit} />
              </Td>
            )}
          </tr>
        ))}
        <Ends name={to} of={of.to} unit={unit} />
      </tbody>
    </Table>
  );
}

/** How exposure moved and why, carried now and at launch apart (R6); nothing where neither moved. */
export function ExposureTable({ changes, from, to }: { changes: Changes; from: string; to: string }) {
  const { now, atLaunch, currency, pricedCosts } = changes.exposure;
  const unit: Unit = pricedCosts > 0 ? { currency } : null;
  const parts = [
    { title: "Carried now", of: now },
    { title: "At launch", of: atLaunch },
  ].filter(({ of }) => hasMoved(of));
  if (parts.length === 0) return null;
  return (
    <Card title="Exposure, known and unknown together, by cause" flush>
      <div className={classNames("grid", parts.length > 1 && "md:grid-cols-2")}>
        {parts.map((part) => (
          <Explanation key={part.title} {...part} unit={unit} from={from} to={to} />
        ))}
      </div>
      <p className="border-t border-line px-4.5 py-2.5 text-sm text-ink-3">
        What was open then is reckoned with the assumptions of later first; then facts, checklist, answers and
        ageing follow, so that the lines add up.
      </p>
    </Card>
  );
}
