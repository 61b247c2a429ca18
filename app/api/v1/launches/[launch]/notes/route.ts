import { addNote } from "@/lib/commands/launches/write-text";
import { operations } from "@/lib/contracts/operations";
import { handle } from "@/lib/http/handle";

/** Add a note for the minutes. */
export const POST = handle(operations.addNote, ({ scope, body, now }) => addNote(scope, body, now));
