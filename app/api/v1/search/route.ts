import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadFound } from "@/lib/queries/search/search";

/** Services, teams, questions, open gaps, people and launches by a few words. */
export const GET = handle(operations.search, ({ scope, query, now }) => loadFound(scope, query, now));
