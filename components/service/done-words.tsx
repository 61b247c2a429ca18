import Link from "next/link";
import { VERDICT_TEXT } from "@/lib/domain/vocabulary";
import type { GapLine } from "./gap-line";

/** What is left to do about a gap whose work is done: its answer still says otherwise. */
export function DoneWords({ gap }: { gap: Pick<GapLine, "given" | "stale" | "href" | "text"> }) {
  const answer = gap.stale
    ? "answer out of date"
    : gap.given === "unanswered"
      ? "still unanswered"
      : `answer still ${VERDICT_TEXT[gap.given].name.toLowerCase()}`;
  return (
    <span>
      done, {answer}:{" "}
      <Link href={gap.href} prefetch={false} className="link inline-block min-h-6 content-center">
        update the answer<span className="sr-only"> to: {gap.text}</span>
      </Link>
    </span>
  );
}
