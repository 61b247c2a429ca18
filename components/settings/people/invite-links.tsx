"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { SecretText } from "@/components/ui/secret-text";
import type { Invitation } from "@/lib/contracts/people";
import { goodFor, invitationText } from "./invitation-text";
import { type Outcome, sortOutcomes } from "./invite";
import type { NamedTeam } from "./team-names";

/** What the text of a mail says beside the invitation itself. */
export interface InviteContext {
  organisation: string;
  inviter: string;
  timeZone: string;
  teams: readonly NamedTeam[];
}

function Link({ invitation, context }: { invitation: Invitation; context: InviteContext }) {
  const { email, expiresAt, path, teams: places } = invitation;
  if (path === null) {
    return (
      <li>
        <Notice tone="warn" title={`The link for ${email} was shown already.`}>
          It cannot be shown twice. “New link” in the list of invitations makes another.
        </Notice>
      </li>
    );
  }
  const url = new URL(path, window.location.origin).href;
  const text = invitationText({ ...context, email, places, url, expiresAt });
  return (
    <li className="grid gap-2">
      <SecretText label={email} text={url} what={`the link for ${email}`} />
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-60 text-sm text-pretty text-ink-3">
          {goodFor(email, expiresAt, context.timeZone)}
        </p>
        <CopyButton text={text} what={`a mail to ${email}`} label="Copy as a mail" />
      </div>
    </li>
  );
}

/** The links of new invitations, shown this once, and who could not be invited. */
export function InviteLinks({ outcomes, context }: { outcomes: readonly Outcome[]; context: InviteContext }) {
  const { made, failed } = sortOutcomes(outcomes);
  return (
    <div className="grid gap-4">
      {failed.map(({ email, why }) => (
        <Notice key={email} tone="problem" title={`${email} is not invited.`}>
          {why}
        </Notice>
      ))}
      <ul aria-label="Links" className="grid gap-5">
        {made.map((invitation) => (
          <Link key={invitation.id} invitation={invitation} context={context} />
        ))}
      </ul>
    </div>
  );
}
