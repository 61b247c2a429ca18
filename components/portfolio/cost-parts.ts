import type { CostShare, ExpectedIncidents, ExpectedLosses } from "@/lib/contracts/portfolio";
import type { Unit } from "@/lib/domain/amount-text";

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

type Carried = Pick<CostShare, "now" | "atLaunch">;
type When = keyof Carried;

const lengthOf = (amounts: ExpectedLosses): number => {
  const { known, unknown } = measured(amounts);
  return known + unknown;
};

/** The length of the longest of the bars of costs; in money, of those that have a price. */
export const longestBar = (costs: readonly Carried[], when: When, unit: Unit): number =>
  costs
    .filter((share) => unit === null || isPriced(share[when]))
    .reduce((max, share) => Math.max(max, lengthOf(share[when])), 0);

/** Costs with the largest known first, which is what stands in bold, then by what is unknown; those without a price last. */
export const largestFirst = <Share extends Carried>(costs: readonly Share[], when: When): Share[] =>
  [...costs].sort((a, b) => {
    const [one, other] = [measured(a[when]), measured(b[when])];
    return (
      Number(isPriced(b[when])) - Number(isPriced(a[when])) ||
      other.known - one.known ||
      other.unknown - one.unknown
    );
  });
