import { CarryRest } from "@/components/launch/carry-rest";
import { carriable } from "@/components/launch/gap-state";
import { useLaunchFrame } from "@/components/launch/launch-frame";
import { namesIn, placeKey } from "@/components/launch/named-questions";
import { amountOfGap, priceInWords } from "@/components/launch/trade-words";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import { capital, countedInWords } from "@/lib/domain/words";
import { StageHead } from "./stage-head";

/** What is left that blocks nothing: taken along in one step, with its price. */
export function StageCarry() {
  const { launch, questions } = useLaunchFrame();
  const names = namesIn(launch, questions);
  const rest = carriable(launch.gaps);
  const carried = launch.gaps.filter((gap) => gap.carried);
  const shown = rest.length > 0 ? rest : carried;
  const count = countedInWords(shown.length, "other gap");
  const title =
    rest.length > 0 ? `Carry ${count}?` : `${capital(count)} ${shown.length === 1 ? "is" : "are"} carried`;
  return (
    <>
      <StageHead above="After the agenda" title={title}>
        {rest.length > 0
          ? `They block nothing, and stay open: ${priceInWords(rest, launch)}. The minutes count and price them.`
          : `They stay open, ${priceInWords(carried, launch)}. The minutes count and price them.`}
      </StageHead>
      <CarryRest main />
      <ul className="mt-6 max-w-[62em] border-b border-line md:text-lg">
        {shown.map((gap) => (
          <li
            key={placeKey(gap)}
            className="grid grid-cols-[1.375rem_minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-2"
          >
            <VerdictMark verdict={gap.verdict} />
            <span className="min-w-0 text-pretty">
              <bdi>{gap.title}</bdi>{" "}
              <span className="text-sm text-ink-3">
                <bdi>{names.service(gap.service)}</bdi>
              </span>
            </span>
            <span className="text-right tabular-nums">
              {amountOfGap(gap, launch)}
              <span className="sr-only"> a year</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
