import type { ServiceRow } from "@/lib/contracts/services";

/** Something is expected of a service, and none of it leads to a cost that has a price. */
export const isUnpricedRow = ({ incidents, losses }: Pick<ServiceRow, "incidents" | "losses">): boolean =>
  losses !== null && losses.known + losses.unknown === 0 && incidents.known + incidents.unknown > 0;
