import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { Changes } from "@/lib/contracts/changes";
import { CAUSE_TEXT, CAUSES } from "../portfolio/words";

const count = (value: number) =>
  value === 0 ? <span className="text-ink-3">–</span> : value.toLocaleString("en");

/** Why gaps opened and closed, in numbers. */
export function CausesTable({ changes: { byCause, total } }: { changes: Changes }) {
  const rows = CAUSES.flatMap((cause) => {
    const counts = byCause[cause];
    return counts && counts.opened + counts.closed > 0 ? [{ cause, ...counts }] : [];
  }).sort((a, b) => b.opened + b.closed - (a.opened + a.closed));
  return (
    <Card title="By cause" flush>
      <Table caption="Gaps closed and opened, by cause" flush>
        <thead>
          <tr>
            <Th>What happened</Th>
            <Th numeric>closed</Th>
            <Th numeric>opened</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cause, opened, closed }) => (
            <tr key={cause}>
              <Th scope="row" className="font-normal">
                {CAUSE_TEXT[cause].name}
              </Th>
              <Td numeric>{count(closed)}</Td>
              <Td numeric>{count(opened)}</Td>
            </tr>
          ))}
          <tr>
            <Th scope="row">All</Th>
            <Td numeric className="font-strong">
              {count(total.closed)}
            </Td>
            <Td numeric className="font-strong">
              {count(total.opened)}
            </Td>
          </tr>
        </tbody>
      </Table>
    </Card>
  );
}
