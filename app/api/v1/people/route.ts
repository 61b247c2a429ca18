import { createPerson } from "@/lib/commands/people/create-person";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadPeople } from "@/lib/queries/people/people";

/** People by name, filtered, paged by key. */
export const GET = handle(operations.listPeople, ({ scope, query }) => loadPeople(scope, query));

/** Add a person with a password. */
export const POST = handle(operations.createPerson, ({ scope, body, now }) => createPerson(scope, body, now));
