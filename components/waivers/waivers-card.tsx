import { waiversPage } from "@/components/addresses/pages";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { WaiverRow } from "@/lib/contracts/waivers";
import { type WaiverFrame, WaiverItem } from "./waiver-item";

interface WaiversCardProps {
  /** Short name of the service. */
  service: string;
  waivers: readonly WaiverRow[];
  frame: WaiverFrame;
}

/** The risks of a service that are accepted, and what is asked for. */
export function WaiversCard({ service, waivers, frame }: WaiversCardProps) {
  return (
    <Card
      flush
      title="Accepted risks"
      aside={
        <Link href={waiversPage.href({}, { service: [service] })} className="link">
          All waivers
        </Link>
      }
    >
      <ol aria-label="Accepted risks">
        {waivers.map((waiver) => (
          <WaiverItem key={waiver.id} {...{ waiver, frame }} />
        ))}
      </ol>
    </Card>
  );
}
