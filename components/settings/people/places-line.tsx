import { Fragment } from "react";
import { Link } from "@/components/ui/link";
import { type NamedTeam, type Place, teamName } from "./team-names";

interface PlacesLineProps {
  places: readonly Place[];
  teams: readonly NamedTeam[];
  /** What stands there for somebody on no team. */
  none?: string | undefined;
}

/** The teams that somebody is on, with the role where it is lead. */
export function PlacesLine({ places, teams, none = "No team" }: PlacesLineProps) {
  if (places.length === 0) return <span className="text-ink-3">{none}</span>;
  return places.map(({ team, role }, index) => (
    <Fragment key={team}>
      {index > 0 && ", "}
      <Link href={`/teams/${team}`} className="link">
        <bdi>{teamName(teams, team)}</bdi>
      </Link>
      {role === "lead" && <span className="text-ink-3"> lead</span>}
    </Fragment>
  ));
}
