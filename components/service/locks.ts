import type { Service } from "@/lib/contracts/services";
import type { Locks } from "./service-fields";

/** What of a service's facts the viewer may not change, each with the reason that the form shows. */
export function locksOf({ can, tier, tags, teamName }: Service): Locks {
  const lead = `Only a lead of ${teamName} or an admin`;
  return {
    ...(can.move ? {} : { team: "Only somebody who leads both teams, or an admin, moves a service." }),
    ...(can.narrow
      ? {}
      : {
          tier: { tier, because: `${lead} lowers the tier.` },
          ...(tags.length > 0 ? { tags: { kept: tags, because: `${lead} drops a tag.` } } : {}),
        }),
    ...(can.retire ? {} : { retiring: `${lead} retires it or brings it back.` }),
  };
}
