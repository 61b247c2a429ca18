import { Table, Th } from "@/components/ui/table";
import { areaHead } from "@/components/verdict/area-head";
import type { ServiceRow as Row } from "@/lib/contracts/services";
import { AREA_TEXT, AREAS } from "@/lib/domain/vocabulary";
import type { ListQuery } from "./list-query";
import { ServiceRow } from "./service-row";
import { SortHead } from "./sort-head";

/** The heat map: services down, the ten areas across. */
export function ServiceTable({ query, rows }: { query: ListQuery; rows: readonly Row[] }) {
  return (
    <Table caption="Services, with their standing in each of the ten areas" flush>
      <thead>
        <tr>
          <SortHead query={query} by="name">
            Service
          </SortHead>
          <Th className="max-md:hidden">Standing</Th>
          <SortHead query={query} by="score" className="max-md:hidden">
            Score
          </SortHead>
          {AREAS.map((area) => (
            <Th
              key={area}
              title={AREA_TEXT[area].asks}
              className="w-15 min-w-13 px-0.5! text-center! text-[0.71875rem]! leading-[1.15] hyphens-manual max-md:hidden"
            >
              {areaHead(area)}
            </Th>
          ))}
          <SortHead query={query} by="gaps" numeric className="whitespace-nowrap max-md:pr-4.5!">
            Blockers + gaps
          </SortHead>
          <Th numeric className="max-md:hidden" title="Expected incidents a year, over all eight costs">
            Incidents a year
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ServiceRow key={row.slug} row={row} />
        ))}
      </tbody>
    </Table>
  );
}
