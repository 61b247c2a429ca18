import type { Viewer } from "../auth/viewer";
import { loadExample } from "../commands/example/load-example";
import { withPatience } from "../db/transaction";
import { scopeOf } from "./factories";

/** Loads the example as an admin, with the patience that its operation has. */
export const loadExampleAs = (admin: Viewer, now: Date) =>
  withPatience("long", () => loadExample(scopeOf(admin, "example:load"), now));
