import type { ExpectedIncidents } from "@/lib/contracts/portfolio";

/**
 * The parts of a bar: solid, hatched, outlined. Accepted cuts across known and unknown (R1); a risk is accepted for a
 * known gap, so it is taken from there first.
 */
export function costParts({ known, unknown, accepted }: ExpectedIncidents): ExpectedIncidents {
  const fromKnown = Math.min(known, accepted);
  return { known: known - fromKnown, accepted, unknown: Math.max(0, unknown - (accepted - fromKnown)) };
}
