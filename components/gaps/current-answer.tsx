"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { DateText } from "@/components/ui/date-text";
import { FoldedText } from "@/components/ui/folded-text";
import { SkeletonLines } from "@/components/ui/skeleton";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { send } from "@/lib/client/request";
import type { Entry } from "@/lib/contracts/answers";
import { attributionOf } from "@/lib/domain/origin";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import type { GapLine } from "./gap-line";

interface CurrentAnswerProps {
  gap: Pick<GapLine, "service" | "question" | "given" | "stale">;
  timeZone: string;
  className?: string | undefined;
}

/** What the answer of a gap says now, who said so and why: no list has the reasons, so that this asks for one. */
export function CurrentAnswer({ gap, timeZone, className }: CurrentAnswerProps) {
  const { service, question, given, stale } = gap;
  const isAnswered = given !== "unanswered";
  const { data, isError, refetch } = useQuery({
    queryKey: ["history", service, question, "newest"],
    queryFn: ({ signal }) =>
      send("GET /api/v1/services/:service/history", {
        params: { service },
        query: { question, limit: 1 },
        signal,
      }),
    enabled: isAnswered,
    staleTime: 0,
  });
  const entry = data?.entries[0];
  const verdict = entry?.to ?? given;
  return (
    <section aria-label="The answer now" className={classNames("rounded-lg bg-sunk px-3 py-2", className)}>
      <p className="flex items-start gap-2">
        <VerdictMark verdict={verdict} size="sm" decorative />
        <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">
          {isAnswered ? (
            <>
              Answered <b className="font-strong text-ink">{VERDICT_TEXT[verdict].name.toLowerCase()}</b>
              {entry && <SaidBy entry={entry} timeZone={timeZone} />}.
            </>
          ) : (
            "Nobody has answered this yet."
          )}
          {stale && " It is stale and counts as unclear."}
        </span>
      </p>
      {isAnswered && (
        <div className="mt-1 pl-6">
          {entry ? (
            entry.reason.trim() === "" ? (
              <p className="text-ink-3">No reason was given.</p>
            ) : (
              <FoldedText>{entry.reason}</FoldedText>
            )
          ) : isError || data ? (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
              The reason cannot be shown at the moment.
              <Button onClick={() => void refetch()}>Try again</Button>
            </p>
          ) : (
            <SkeletonLines lines={1} />
          )}
        </div>
      )}
    </section>
  );
}

/** Who gave an answer or confirmed it, and when. */
function SaidBy({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { before, name, after } = attributionOf(entry.by, entry.origin);
  return (
    <>
      {entry.kind === "confirm" ? ", confirmed by " : before === "" ? " by " : ", "}
      {before}
      <bdi>{name}</bdi>
      {after} on <DateText value={entry.savedAt} timeZone={timeZone} />
    </>
  );
}
