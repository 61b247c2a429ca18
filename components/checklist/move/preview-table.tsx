import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { StandingPill } from "@/components/verdict/standing-pill";
import type { MovedService } from "@/lib/contracts/checklist-moves";
import { answersText, fromTo, incidentsFromTo } from "./move-words";

/** Each service before and after: score, standing, gaps, blockers, incidents, and what becomes of its answers. */
export function PreviewTable({ services, dryRun }: { services: readonly MovedService[]; dryRun: boolean }) {
  return (
    <Card title={dryRun ? "What would change" : "What changed"} aside="before → after" flush>
      <Table caption={dryRun ? "What would change for each service" : "What changed for each service"} flush>
        <thead>
          <tr>
            <Th>Service</Th>
            <Th numeric>Score</Th>
            <Th>Standing</Th>
            <Th numeric>Gaps</Th>
            <Th numeric>Blockers</Th>
            <Th numeric>Incidents a year</Th>
            <Th>Questions and answers</Th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => {
            const { before, after, unclear } = service;
            return (
              <tr key={service.service} className="align-top">
                <Th scope="row" className="min-w-40">
                  <Link
                    href={`/services/${service.service}`}
                    prefetch={false}
                    className="inline-block min-h-6 content-center hover:underline [overflow-wrap:anywhere]"
                  >
                    <bdi>{service.name}</bdi>
                  </Link>
                  <span className="block text-sm font-normal text-ink-3">
                    <bdi>{service.teamName}</bdi>, was asked {service.from.checklist} {service.from.version}
                  </span>
                </Th>
                <Td numeric>{fromTo(before.score, after.score)}</Td>
                <Td>
                  <StandingPill standing={after.standing} />
                  {before.standing !== after.standing && (
                    <span className="mt-1 block text-sm text-ink-3">
                      was <StandingPill standing={before.standing} />
                    </span>
                  )}
                </Td>
                <Td numeric>{fromTo(before.gaps, after.gaps)}</Td>
                <Td numeric>{fromTo(before.blockers, after.blockers)}</Td>
                <Td numeric>{incidentsFromTo(service)}</Td>
                <Td className="min-w-56 text-sm">
                  {answersText(service)}
                  {unclear.length > 0 && !dryRun && (
                    <Link
                      href={`/services/${service.service}/assess#${unclear[0]}`}
                      prefetch={false}
                      className="link block min-h-6 content-center"
                    >
                      Confirm them
                    </Link>
                  )}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}
