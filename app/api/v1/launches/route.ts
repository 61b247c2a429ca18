import { createLaunch } from "@/lib/commands/launches/create-launch";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadLaunches } from "@/lib/queries/launches/launches";

/** Launches, open ones by their day first. */
export const GET = handle(operations.listLaunches, ({ scope, query, now }) =>
  loadLaunches(scope, query, now),
);

/** Plan a launch. */
export const POST = handle(operations.createLaunch, ({ scope, body, now }) => createLaunch(scope, body, now));
