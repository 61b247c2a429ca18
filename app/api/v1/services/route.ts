import { createService } from "@/lib/commands/services/create-service";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadServices } from "@/lib/queries/services/services";

/** Services with where they stand, filtered, sorted, paged by key. */
export const GET = handle(operations.listServices, ({ scope, query, now }) =>
  loadServices(scope, query, now),
);

/** Create a service of a team; the server makes its short name. */
export const POST = handle(operations.createService, ({ scope, body, now }) =>
  createService(scope, body, now),
);
