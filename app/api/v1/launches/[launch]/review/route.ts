import { writeReview } from "@/lib/commands/launches/write-text";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Write the review of a launch without a go. */
export const POST = handle(operations.writeReview, ({ scope, body, now }) => writeReview(scope, body, now));
