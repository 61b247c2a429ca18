import { amountFigure, serviceSubject, WHEN } from "@/components/figure/figure";
import { FigureOr, FigureText } from "@/components/figure/figure-text";
import { Td, Th } from "@/components/ui/table";
import { StandingPill } from "@/components/verdict/standing-pill";
import { VerdictMark } from "@/components/verdict/verdict-mark";
import type { ServiceRow as Row } from "@/lib/contracts/services";
import { AREA_TEXT, AREAS, VERDICT_TEXT } from "@/lib/domain/vocabulary";
import { Gaps, NOTHING, Score, ServiceName } from "./service-cells";

/** All ten areas in one line, for a phone, where there is no room for ten columns. */
function Strip({ row }: { row: Row }) {
  const words = AREAS.map(
    (area, index) =>
      `${AREA_TEXT[area].name} ${VERDICT_TEXT[row.areas[index] ?? "unanswered"].name.toLowerCase()}`,
  ).join(", ");
  return (
    <span role="img" aria-label={words} className="mt-1.5 flex gap-1 md:hidden">
      {AREAS.map((area, index) => (
        <VerdictMark key={area} verdict={row.areas[index] ?? "unanswered"} size="sm" decorative />
      ))}
    </span>
  );
}

/** One service in the list: where it stands, area by area, and what its gaps are expected to cause in a year. */
export function ServiceRow({ row }: { row: Row }) {
  return (
    <tr>
      <Th scope="row" className="py-1!">
        <ServiceName row={row} />
        <span className="block text-sm font-normal! text-ink-3 [overflow-wrap:anywhere]">
          <bdi>{row.teamName}</bdi>
        </span>
        <span className="mt-1 flex items-center gap-2 font-normal! tabular-nums md:hidden">
          <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
          <Score row={row} />
        </span>
        <Strip row={row} />
      </Th>
      <Td className="max-md:hidden">
        <StandingPill standing={row.standing} lifecycle={row.lifecycle} />
      </Td>
      <Td className="whitespace-nowrap tabular-nums max-md:hidden">
        <Score row={row} />
      </Td>
      {AREAS.map((area, index) => (
        <Td key={area} className="px-1 text-center max-md:hidden">
          <VerdictMark verdict={row.areas[index] ?? "unanswered"} />
        </Td>
      ))}
      <Td numeric className="max-md:pr-4.5! max-md:align-top">
        <Gaps row={row} />
        <span className="mt-1.5 block md:hidden">
          <Incidents row={row} unit />
        </span>
      </Td>
      <Td numeric className="max-md:hidden">
        <Incidents row={row} />
      </Td>
    </tr>
  );
}

function Incidents({ row, unit = false }: { row: Row; unit?: boolean | undefined }) {
  const { known, unknown } = row.incidents;
  const when = WHEN[row.lifecycle === "live" ? "now" : "atLaunch"];
  const figure = (part: string, amount: number) =>
    amountFigure(serviceSubject(row.slug, null), `${when}.${part}`, amount, null);
  if (known + unknown === 0) return unit ? null : NOTHING;
  return (
    <>
      <span className="block">
        <FigureOr of={figure("known", known)} amount={known} />
        {unit && <span className="text-sm text-ink-3"> a year</span>}
      </span>
      {unknown > 0 && (
        <span className="block text-sm text-ink-3">
          + <FigureText of={figure("unknown", unknown)} /> unknown
        </span>
      )}
    </>
  );
}
