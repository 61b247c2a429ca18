import Link from "next/link";
import { Card } from "@/components/ui/card";
import type { Entry } from "@/lib/contracts/answers";
import type { Scorecard } from "@/lib/contracts/scorecard";
import { Timeline } from "./timeline";

interface TimelineCardProps {
  card: Scorecard;
  entries: readonly Entry[];
  timeZone: string;
}

/** The newest entries, and the way to all of them. */
export function TimelineCard({ card, entries, timeZone }: TimelineCardProps) {
  const { slug } = card.service;
  const all = (
    <Link href={`/services/${slug}/history`} className="link inline-block min-h-6 content-center">
      The whole history
    </Link>
  );
  return (
    <Card title="What changed last" aside={entries.length > 0 ? all : undefined}>
      {entries.length === 0 ? (
        <p className="text-ink-3">
          Every answer will leave a line here: who, when, from what to what, and why.
        </p>
      ) : (
        <Timeline
          service={slug}
          entries={entries}
          texts={new Map(card.questions.map(({ key, text }) => [key, text]))}
          timeZone={timeZone}
          brief
        />
      )}
    </Card>
  );
}
