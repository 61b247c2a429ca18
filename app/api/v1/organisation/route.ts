import { editOrganisation } from "@/lib/commands/organisation/edit-organisation";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

/** The organisation. */
export const GET = handle(operations.loadOrganisation, ({ scope }) => loadOrganisation(scope));

/** Change name, time zone or currency. */
export const PATCH = handle(operations.editOrganisation, ({ scope, body, now }) =>
  editOrganisation(scope, body, now),
);
