import { FieldProblems } from "@/components/forms/form-failure";
import { messageOf, send } from "@/lib/client/request";
import type { Invitation } from "@/lib/contracts/people";
import { addressProblem, readAddresses } from "./addresses";
import type { Right } from "./rights";
import type { Place } from "./team-names";

/** Who is invited, to what. */
export interface Invited {
  /** As they are typed: with commas, or line by line. */
  addresses: string;
  rights: Readonly<Record<Right, boolean>>;
  places: readonly Place[];
}

/** What came of inviting one address. */
export type Outcome =
  | { email: string; invitation: Invitation; error?: undefined }
  | { email: string; invitation?: undefined; error: unknown };

/**
 * Invites one address after the other; one that is refused keeps nobody else from being invited. To do it again after
 * a lost reply is safe without a key, and useful: the new link takes the place of the one that nobody saw.
 * @throws FieldProblems when an address is none; what the first was refused with, when all of them were
 */
export async function inviteAll({ addresses, rights, places }: Invited): Promise<Outcome[]> {
  const read = readAddresses(addresses);
  const wrong = addressProblem(read);
  if (wrong !== null) throw new FieldProblems({ email: wrong });
  const outcomes: Outcome[] = [];
  for (const email of read.emails) {
    const body = { email, ...rights, teams: [...places] };
    try {
      const invitation = await send("POST /api/v1/people/invitations", { body });
      outcomes.push({ email, invitation });
    } catch (error) {
      outcomes.push({ email, error });
    }
  }
  const { made, failed } = sortOutcomes(outcomes);
  if (made.length === 0) throw failed[0]?.error;
  return outcomes;
}

/** Those who were invited, and those who were not, with the reason. */
export function sortOutcomes(outcomes: readonly Outcome[]): {
  made: Invitation[];
  failed: { email: string; why: string; error: unknown }[];
} {
  return {
    made: outcomes.flatMap(({ invitation }) => (invitation === undefined ? [] : [invitation])),
    failed: outcomes.flatMap(({ email, invitation, error }) =>
      invitation === undefined ? [{ email, why: messageOf(error), error }] : [],
    ),
  };
}
