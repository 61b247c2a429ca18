import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadPeople } from "@/lib/queries/people/people";

/** Everybody in the organisation. */
export const GET = handle(operations.listPeople, ({ scope }) => loadPeople(scope));
