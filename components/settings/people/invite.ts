import { messageOf, send } from "@/lib/client/request";
import type { Invitation } from "@/lib/contracts/people";
import type { Right } from "./rights";
import type { Place } from "./team-names";

/** Who is invited, to what. */
export interface Invited {
  emails: readonly string[];
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
 */
export async function inviteAll({ emails, rights, places }: Invited): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const email of emails) {
    const body = { email, ...rights, teams: [...places] };
    try {
      const invitation = await send("POST /api/v1/people/invitations", { body });
      outcomes.push({ email, invitation });
    } catch (error) {
      outcomes.push({ email, error });
    }
  }
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
