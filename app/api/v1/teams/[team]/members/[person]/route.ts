import { removeMember } from "@/lib/commands/teams/remove-member";
import { saveMember } from "@/lib/commands/teams/save-member";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Make a person lead or member of a team. */
export const PUT = handle(operations.saveMember, ({ scope, params, body, now }) =>
  saveMember(scope, params.person, body, now),
);

/** Take a person off a team. */
export const DELETE = handle(operations.removeMember, ({ scope, params, now }) =>
  removeMember(scope, params.person, now),
);
