import { z } from "zod";
import { checklistComparison, checklistDocument, checklistVersion, draftRevision } from "./checklists";

/** A document that is to be the draft of a checklist that is there. */
export const draftImport = z
  .strictObject({
    document: checklistDocument,
    expectedRevision: draftRevision.optional().meta({
      description: "Of the draft that it replaces; left out where there is none. A dry run tells both.",
    }),
    dryRun: z.boolean().optional().meta({ description: "Tells what would differ, and changes nothing." }),
  })
  .meta({
    id: "DraftImport",
    description:
      "Questions and note become the draft's; its checklist keeps key and name. Questions are known by their keys, so that answers carry over.",
  });
export type DraftImport = z.infer<typeof draftImport>;

export const draftImported = z
  .strictObject({
    dryRun: z.boolean(),
    replaces: z
      .strictObject({ version: z.int(), revision: z.int() })
      .nullable()
      .meta({ description: "The draft that was there before; null where there was none." }),
    comparison: checklistComparison.meta({
      description: "With that draft, or with the newest published version where there was none.",
    }),
    draft: checklistVersion.nullable().meta({ description: "The draft as it is now; null in a dry run." }),
  })
  .meta({ id: "DraftImported" });
export type DraftImported = z.infer<typeof draftImported>;
