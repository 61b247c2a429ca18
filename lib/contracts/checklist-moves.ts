import { z } from "zod";
import { CHECKLIST_LIMITS } from "../domain/checklist-draft";
import { signedLaunch } from "./launch-parts";
import { slug, text, version } from "./text";
import { lifecycle, standing, tier } from "./vocabulary";

/** Which services are moved to which version of a checklist. */
export const moveRequest = z
  .strictObject({
    to: version.meta({ description: "A published version." }),
    services: z
      .array(slug)
      .min(1, { error: "Choose at least one service." })
      .max(CHECKLIST_LIMITS.move, { error: `Move at most ${CHECKLIST_LIMITS.move} services at a time.` })
      .refine((list) => new Set(list).size === list.length, { error: "A service stands here twice." })
      .optional(),
    filter: z
      .strictObject({
        from: version.meta({ description: "Those that are asked this version of the checklist." }),
        team: slug,
        tier,
        lifecycle,
        tag: z.string().max(40),
      })
      .partial()
      .optional()
      .meta({ description: "In place of names; {} means all that are not retired." }),
    reason: text(2_000).optional(),
    dryRun: z.boolean().optional().meta({ description: "Tells what would happen, and changes nothing." }),
  })
  .refine(({ services, filter }) => (services === undefined) !== (filter === undefined), {
    error: "Name the services, or give a filter.",
    path: ["services"],
  })
  .meta({ id: "MoveRequest" });
export type MoveRequest = z.infer<typeof moveRequest>;

const side = z.strictObject({
  score: z.int().nullable(),
  standing,
  gaps: z.int(),
  blockers: z.int(),
  incidents: z.number().meta({ description: "Expected a year, known and unknown (R2)." }),
});

export const movedService = z
  .strictObject({
    service: slug,
    name: z.string(),
    team: z.string(),
    teamName: z.string(),
    tier,
    from: z.strictObject({ checklist: z.string(), version: z.int() }),
    before: side,
    after: side,
    added: z.array(z.string()).meta({ description: "Questions that it is asked from then on." }),
    removed: z.array(z.string()).meta({ description: "Questions that it is no longer asked; answers stay." }),
    carried: z.int().meta({ description: "Answers that count as they did." }),
    unclear: z
      .array(z.string())
      .meta({ description: "Answers that become unclear, since the question changed." }),
    returned: z.array(z.string()).meta({ description: "Added questions that have an answer from earlier." }),
    signOffs: z.array(signedLaunch).meta({
      description: "Launches whose goes go out of date by it, and in which roles (L5).",
    }),
  })
  .meta({ id: "ServiceMoved" });
export type MovedService = z.infer<typeof movedService>;

export const checklistMove = z
  .strictObject({
    checklist: z.string(),
    to: z.int(),
    dryRun: z.boolean(),
    services: z.array(movedService).meta({ description: "By name." }),
    already: z.int().meta({ description: "Services that are asked this version already." }),
  })
  .meta({ id: "ChecklistMove" });
export type ChecklistMove = z.infer<typeof checklistMove>;
