import Link from "next/link";
import { RestoreButton } from "@/components/service/restore-button";
import { DateText } from "@/components/ui/date-text";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ServiceRow } from "@/lib/contracts/services";
import { RESTORE_DAYS } from "@/lib/domain/restoration";

const DAY_MS = 86_400_000;

export interface DeletedTableProps {
  rows: readonly ServiceRow[];
  /** Teams that the viewer may restore to, and so restore from. */
  teams: readonly { slug: string; name: string }[];
  /** May restore what belongs to a team that is gone. */
  admin: boolean;
  timeZone: string;
  now: Date;
}

/** Deleted services, each with until when it can come back, and the way back. */
export function DeletedTable({ rows, teams, admin, timeZone, now }: DeletedTableProps) {
  return (
    <Table caption="Deleted services" flush>
      <thead>
        <tr>
          <Th>Service</Th>
          <Th className="max-sm:hidden">Team</Th>
          <Th>Deleted</Th>
          <Th className="max-sm:hidden">Restorable</Th>
          <Th>
            <span className="sr-only">Restore</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.slug}>
            <Th scope="row" className="font-normal">
              <Link
                href={`/services/${row.slug}`}
                className="inline-block min-h-6 content-center font-strong [overflow-wrap:anywhere] hover:underline"
              >
                <bdi>{row.name}</bdi>
              </Link>{" "}
              <Tag>tier {row.tier}</Tag>
            </Th>
            <Td className="[overflow-wrap:anywhere] max-sm:hidden">
              <bdi>{row.teamName}</bdi>
            </Td>
            <Td>
              {row.deletedAt && (
                <DateText value={row.deletedAt} timeZone={timeZone} look="relative" now={now} />
              )}
            </Td>
            <Td className="max-sm:hidden">
              {row.deletedAt && (
                <>
                  until{" "}
                  <DateText
                    value={new Date(new Date(row.deletedAt).getTime() + RESTORE_DAYS * DAY_MS)}
                    timeZone={timeZone}
                  />
                </>
              )}
            </Td>
            <Td className="text-right">
              {(admin || teams.some((team) => team.slug === row.team)) && (
                <RestoreButton service={row.slug} name={row.name} teams={teams} />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
