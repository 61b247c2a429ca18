import { Fragment, type ReactNode } from "react";
import { assessHref, gapsPage, servicesPage } from "@/components/addresses/pages";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { ForAdmins, Some } from "@/lib/contracts/my-work";
import { counted } from "@/lib/domain/words";

interface AdminCardProps extends ForAdmins {
  /** Blockers that nobody owns. */
  unowned: number;
}

/** What an admin sees to: what lacks a team, somebody on it, an owner, a first answer. Draws nothing when nothing does. */
export function AdminCard({ people, teams, services, unowned }: AdminCardProps) {
  const rows: [key: string, row: ReactNode][] = [];
  if (people.total > 0)
    rows.push([
      "people",
      <Row key="people" say={`${counted(people.total, "person", "people")} on no team`}>
        <Names all={people} hrefOf={({ id }) => `/settings/people/${id}`} />
      </Row>,
    ]);
  if (teams.total > 0)
    rows.push([
      "teams",
      <Row key="teams" say={`${counted(teams.total, "team")} without people`}>
        <Names all={teams} hrefOf={({ slug }) => `/teams/${slug}/edit`} />
      </Row>,
    ]);
  if (services.total > 0)
    rows.push([
      "services",
      <Row
        key="services"
        say={`${counted(services.total, "service")} without a first answer`}
        href={services.alone ? servicesPage.href({ standing: ["unassessed"] }) : undefined}
      >
        <Names all={services} hrefOf={({ slug }) => assessHref(slug)} />
      </Row>,
    ]);
  if (unowned > 0)
    rows.push([
      "unowned",
      <Row
        key="unowned"
        say={`${counted(unowned, "blocker")} without an owner`}
        href={gapsPage.href({ kind: ["blocker"], owner: ["none"] })}
      />,
    ]);
  if (rows.length === 0) return null;
  return (
    <Card title="For admins" flush>
      <ul>
        {rows.map(([key, row]) => (
          <li
            key={key}
            className="grid gap-x-4 gap-y-0.5 border-t border-line px-4.5 py-2.5 first:border-t-0 sm:grid-cols-[16rem_minmax(0,1fr)]"
          >
            {row}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** @param href a list of just those; left out where no list can be narrowed to them */
function Row({ say, href, children }: { say: string; href?: string | undefined; children?: ReactNode }) {
  return (
    <>
      {href === undefined ? (
        <span>{say}</span>
      ) : (
        <Link href={href} className="link w-fit">
          {say}
        </Link>
      )}
      <span className="min-w-0 text-ink-2 [overflow-wrap:anywhere]">{children}</span>
    </>
  );
}

/** The first of them by name. */
function Names<T extends { name: string }>({ all, hrefOf }: { all: Some<T>; hrefOf: (one: T) => string }) {
  return (
    <>
      {all.items.map((one, index) => (
        <Fragment key={hrefOf(one)}>
          {index > 0 && ", "}
          <Link href={hrefOf(one)} className="hover:underline">
            <bdi>{one.name}</bdi>
          </Link>
        </Fragment>
      ))}
      {all.total > all.items.length && ", …"}
    </>
  );
}
