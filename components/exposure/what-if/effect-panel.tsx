import { LossCurve } from "@/components/charts/loss-curve";
import { PricedCosts } from "@/components/figure/priced-costs";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { messageOf } from "@/lib/client/request";
import type { WhatIfResult } from "@/lib/contracts/exposure";
import { amountText } from "@/lib/domain/amount-text";
import { STANDING_TEXT } from "@/lib/domain/vocabulary";
import { counted } from "@/lib/domain/words";
import type { When } from "../exposure-sentence";
import { curvesMoved, effectSentence, type Moved, moneyMoved, standingMoved } from "./effect";
import type { EffectLinks } from "./effect-links";

interface EffectPanelProps {
  ticked: number;
  result: WhatIfResult | null;
  /** A newer answer is on its way. */
  isBehind: boolean;
  error: unknown;
  /** What is looked at: the bad year and the curve are of it. */
  when: When;
  links: EffectLinks;
  onAgain: () => void;
  onClear: () => void;
  /** Null when the viewer may plan none of them. */
  onPlan: (() => void) | null;
}

/** What closing the ticked gaps changes: figures before and after, and the curve that moves. */
export function EffectPanel({
  ticked,
  result,
  isBehind,
  error,
  when,
  links,
  onAgain,
  onClear,
  onPlan,
}: EffectPanelProps) {
  if (ticked === 0) {
    return (
      <p className="text-ink-2">
        Tick gaps or whole questions to see what would be left: score, standing and yearly cost. Nothing is
        saved.
      </p>
    );
  }
  return (
    <div className="grid gap-3" aria-busy={isBehind}>
      {error !== null && (
        <Notice tone="problem" action={<Button onClick={onAgain}>Try again</Button>}>
          {messageOf(error)} Your ticks are kept{result !== null && "; the figures are those from before"}.
        </Notice>
      )}
      {result === null ? (
        error === null && <p className="text-ink-3">Calculating …</p>
      ) : (
        <div className={classNames("grid gap-3 transition-opacity", isBehind && "opacity-60")}>
          <p role="status" className="font-serif text-xl text-pretty max-md:text-lg">
            {effectSentence(result)}
          </p>
          <div className="max-md:hidden">
            <Figures {...{ result, when, links }} />
          </div>
          <details className="md:hidden">
            <summary className="min-h-6 w-fit py-0.75 text-sm text-ink-2">Every figure</summary>
            <div className="max-h-[45vh] overflow-y-auto">
              <Figures {...{ result, when, links }} />
            </div>
          </details>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {onPlan !== null && (
          <Button
            variant="main"
            onClick={onPlan}
            disabled={isBehind || result === null || result.gaps.length === 0}
          >
            Plan these fixes
          </Button>
        )}
        <Button onClick={onClear}>Untick {counted(ticked, "choice")}</Button>
      </div>
    </div>
  );
}

type FiguresProps = { result: WhatIfResult } & Pick<EffectPanelProps, "when" | "links">;

function Figures({ result, when, links }: FiguresProps) {
  const { currency, before } = result;
  const curves = curvesMoved(result, when);
  return (
    <div className="grid gap-3">
      <table className="w-full border-collapse">
        <caption className="sr-only">Before and after</caption>
        <thead className="text-[0.75rem] text-ink-3">
          <tr>
            <td />
            <th scope="col" className="text-right font-normal">
              before
            </th>
            <th scope="col" className="pl-3 text-right font-normal">
              after
            </th>
          </tr>
        </thead>
        <tbody>
          {[...moneyMoved(result, when), ...standingMoved(result)].map((row) => (
            <Row key={row.name} row={row} href={links[row.of]} />
          ))}
        </tbody>
      </table>
      {before.now.pricedCosts > 0 && (
        <p className="text-sm text-ink-3">
          <PricedCosts count={before.now.pricedCosts} />
        </p>
      )}
      {curves !== null && (
        <figure>
          <LossCurve
            label={`One year of ten costs more than ${amountText(curves.from.p90, { currency })} before, ${amountText(curves.to.p90, { currency })} after`}
            series={[
              { name: "Before", points: curves.from.curve, tone: "ink", dashed: true },
              { name: "After", points: curves.to.curve, tone: "brass", filled: true },
            ]}
            format={(loss) => amountText(loss, { currency })}
            height="h-28"
            ticks={4}
          />
          <figcaption className="mt-1 text-sm text-ink-3">
            Chance that a year costs more, {curves.which}: broken line before, solid after.
          </figcaption>
        </figure>
      )}
      <MovedServices services={result.services} />
    </div>
  );
}

function Row({ row: { name, before, after, better }, href }: { row: Moved; href: string | undefined }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 text-left font-normal text-ink-2">
        {name}
      </th>
      <td className="py-1 text-right text-ink-3 tabular-nums">
        {href === undefined || before === "–" || before === "0" ? (
          before
        ) : (
          <Link href={href} className="link inline-block min-h-6 content-center">
            {before}
          </Link>
        )}
      </td>
      <td
        className={classNames(
          "py-1 pl-3 text-right tabular-nums whitespace-nowrap",
          better === true && "font-strong text-yes",
          better === false && "font-strong text-no",
          before === after && "text-ink-3",
        )}
      >
        {before === after ? "same" : after}
      </td>
    </tr>
  );
}

/** The services whose gaps were ticked: score and standing before and after. */
function MovedServices({ services }: Pick<WhatIfResult, "services">) {
  if (services.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="min-h-6 w-fit rounded-sm py-0.75 text-ink-2 hover:text-ink">
        {services.length === 1
          ? "1 service with its score"
          : `${counted(services.length, "service")} with their scores`}
      </summary>
      <ul className="mt-1 max-h-56 overflow-y-auto">
        {services.map(({ service, name, before, after }) => (
          <li key={service} className="grid grid-cols-[1fr_auto] gap-x-3 border-t border-line py-1">
            <Link
              href={`/services/${service}`}
              className="min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
            >
              <bdi>{name}</bdi>
            </Link>
            <span className="content-center tabular-nums">
              {before.score ?? "–"} → {after.score ?? "–"}
            </span>
            {before.standing !== after.standing && (
              <span className="col-span-2 text-yes">
                {STANDING_TEXT[before.standing]} → {STANDING_TEXT[after.standing]}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
