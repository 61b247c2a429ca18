import { restoreService } from "@/lib/commands/services/restore-service";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Bring a deleted service back, with everything it had. */
export const POST = handle(operations.restoreService, ({ scope, body, now }) =>
  restoreService(scope, body, now),
);
