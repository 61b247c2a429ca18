import { exposureHref } from "@/components/addresses/leads-to";
import { NO_CHOICE } from "@/components/addresses/pages";
import { Link } from "@/components/ui/link";

/** In place of the gaps and stale answers, which are listed of today only: where those of then are told. */
export function TeamPastGaps({ team, asOf }: { team: string; asOf: string }) {
  return (
    <p className="text-ink-3">
      Gaps and stale answers are listed only on today’s page. What was open then, and what it was expected to
      cost, is in{" "}
      <Link href={exposureHref({ ...NO_CHOICE, team: [team], asOf })} className="link">
        the exposure of that day
      </Link>
      .
    </p>
  );
}
