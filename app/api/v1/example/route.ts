import { loadExample } from "@/lib/commands/example/load-example";
import { removeExample } from "@/lib/commands/example/remove-example";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";
import { loadExampleThere } from "@/lib/queries/example/example";

/** What of it is there → 200 counts, all 0 when it is not · 401 · 403. */
export const GET = handle(operations.loadExampleThere, ({ scope }) => loadExampleThere(scope));

/** Load the example portfolio → 201 counts · 401 · 403 · 409 while it is there or on its way. */
export const POST = handle(operations.loadExample, ({ scope, now }) => loadExample(scope, now));

/** Remove it, with everything that was invented → 200 counts, all 0 when it was not there · 401 · 403 · 409. */
export const DELETE = handle(operations.removeExample, ({ scope, now }) => removeExample(scope, now));
