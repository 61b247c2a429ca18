import { LoadExample } from "@/components/portfolio/load-example";
import { RemoveExample } from "@/components/portfolio/remove-example";
import { Card } from "@/components/ui/card";
import type { ExampleThere } from "@/lib/contracts/example";
import { counted } from "@/lib/domain/words";

const isThere = ({ teams, services, people }: ExampleThere) => teams + services + people > 0;

/** The example portfolio, for admins: loaded or removed at any time, beside whatever is real. */
export function ExampleCard({ example }: { example: ExampleThere }) {
  return (
    <Card title="Example portfolio" className="mt-4.5">
      {isThere(example) ? (
        <>
          <p className="mb-3 text-pretty text-ink-2">
            {counted(example.services, "invented service")}, retired ones included, of{" "}
            {counted(example.teams, "team")} with nine months of history, marked as example wherever they
            stand.
          </p>
          <RemoveExample />
        </>
      ) : (
        <>
          <p className="mb-3 text-pretty text-ink-2">
            Six teams and their services with nine months of history, all invented and marked so, to look
            around in. It stands beside what is real, is counted with it, and goes again whenever you like.
            {example.besideReal && " It comes without prices, since they would price services of yours too."}
          </p>
          <LoadExample />
        </>
      )}
    </Card>
  );
}
