import { editPerson } from "@/lib/commands/people/edit-person";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadPerson } from "@/lib/queries/people/people";

/** One person. */
export const GET = handle(operations.loadPerson, ({ scope }) => loadPerson(scope));

/** Change one's own name; as an admin also rights, and whether somebody is disabled. */
export const PATCH = handle(operations.editPerson, ({ scope, body, now }) => editPerson(scope, body, now));
