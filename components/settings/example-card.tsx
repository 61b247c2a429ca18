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
            Six teams and their services with nine months of history, all invented and marked as an example.
            It is counted together with your real data, and you can remove it at any time.
            {example.besideReal && " It comes without prices, because they would apply to your services too."}
          </p>
          <LoadExample />
        </>
      )}
    </Card>
  );
}
