import { isNarrowed, type ListQuery, servicesPage } from "@/components/addresses/pages";
import { LinkedSentence } from "@/components/figure/linked-sentence";
import { ChoiceChips } from "@/components/filters/choice-chips";
import { type ChoiceFrame, ChoiceToolbar } from "@/components/filters/choice-toolbar";
import type { ListChoices } from "@/components/filters/filter-options";
import { SearchCarrier } from "@/components/filters/search-carrier";
import { RestoreButton } from "@/components/service/restore-button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { HeadWithActions } from "@/components/ui/head-with-actions";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { ServiceRow } from "@/lib/contracts/services";
import { RESTORE_DAYS } from "@/lib/domain/restoration";
import { counted } from "@/lib/domain/words";
import { ListFooter } from "./list-footer";

interface DeletedListProps extends DeletedTableProps {
  query: ListQuery;
  /** How many the filters leave, on all pages. */
  count: number;
  nextCursor: string | null;
  choices: ListChoices;
}

/** Services deleted within the last thirty days, filtered, page by page. */
export function DeletedList({ query, count, nextCursor, choices, ...table }: DeletedListProps) {
  const narrowed = isNarrowed(query);
  const frame: ChoiceFrame = {
    query,
    choices,
    path: "/services",
    keep: [["deleted", "true"]],
    href: (change) => servicesPage.href(query, change),
  };
  return (
    <>
      <HeadWithActions actions={<ButtonLink href="/services">All services</ButtonLink>}>
        <LinkedSentence
          words={[{ text: deletedSentence(count, narrowed) }]}
          sub={`A deleted service keeps its answers and its history for ${RESTORE_DAYS} days, and counts nowhere during that time.`}
        />
      </HeadWithActions>
      <Card flush>
        {(count > 0 || narrowed) && (
          <SearchCarrier className="grid gap-2.5 border-b border-line px-4.5 py-3">
            <ChoiceToolbar {...frame} />
            <ChoiceChips {...frame} />
          </SearchCarrier>
        )}
        {table.rows.length > 0 ? (
          <DeletedTable {...table} />
        ) : narrowed ? (
          <EmptyState
            title="No deleted service matches these filters."
            action={<ButtonLink href="/services?deleted=true">Clear the filters</ButtonLink>}
          >
            More values in one filter show more; another filter shows fewer.
          </EmptyState>
        ) : (
          <EmptyState
            title="Nothing to bring back."
            action={<ButtonLink href="/services">All services</ButtonLink>}
          >
            What is deleted shows up here for {RESTORE_DAYS} days.
          </EmptyState>
        )}
      </Card>
      <ListFooter query={query} nextCursor={nextCursor} retired={0} />
    </>
  );
}

function deletedSentence(count: number, narrowed: boolean): string {
  if (count > 0) {
    return `${counted(count, "deleted service")} ${narrowed ? "that match " : ""}can still be restored.`;
  }
  return narrowed ? "No deleted service matches." : "No deleted service waits to be restored.";
}

const DAY_MS = 86_400_000;

interface DeletedTableProps {
  rows: readonly ServiceRow[];
  /** Teams that the viewer may restore to, and so restore from. */
  teams: readonly { slug: string; name: string }[];
  /** May restore what belongs to a team that is gone. */
  admin: boolean;
  timeZone: string;
  now: Date;
}

/** Deleted services, each with until when it can come back, and the way back. */
function DeletedTable({ rows, teams, admin, timeZone, now }: DeletedTableProps) {
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
