import type { ExpectedIncidents, ExpectedLosses } from "@/lib/contracts/portfolio";

/** Whether incidents of it have a price. */
export const isPriced = ({ knownLoss }: Pick<ExpectedLosses, "knownLoss">): boolean => knownLoss !== null;

/** What a bar shows: money where it has a price, else incidents. */
export const measured = ({
  knownLoss,
  unknownLoss,
  acceptedLoss,
  ...incidents
}: ExpectedLosses): ExpectedIncidents =>
  knownLoss === null
    ? incidents
    : { known: knownLoss, unknown: unknownLoss ?? 0, accepted: acceptedLoss ?? 0 };

/**
 * The parts of a bar: solid, hatched, outlined. Accepted cuts across known and unknown (R1); a risk is accepted for a
 * known gap, so it is taken from there first.
 */
export function costParts({ known, unknown, accepted }: ExpectedIncidents): ExpectedIncidents {
  const fromKnown = Math.min(known, accepted);
  return { known: known - fromKnown, accepted, unknown: Math.max(0, unknown - (accepted - fromKnown)) };
}
