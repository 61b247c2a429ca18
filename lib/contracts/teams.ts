import { z } from "zod";
import { TEXT_LIMITS } from "../domain/text";
import { byStanding } from "./portfolio";
import { expectedVersion, instant, slug, text, version, written } from "./text";

const role = z.enum(["lead", "member"]);

const teamMember = z.strictObject({ id: z.uuid(), name: z.string(), role }).meta({ id: "TeamMember" });
export type TeamMember = z.infer<typeof teamMember>;

export const team = z
  .strictObject({
    slug,
    name: z.string(),
    description: z.string(),
    version,
    example: z.boolean().meta({ description: "Invented by the example portfolio." }),
    services: z.int().meta({ description: "Services that are neither retired nor deleted." }),
    members: z.array(teamMember),
    can: z.strictObject({
      edit: z.boolean(),
      delete: z.boolean(),
      editMembers: z.boolean(),
      createService: z.boolean(),
    }),
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof team>;

/** A team with where its services stand, or stood (S8). */
export const teamStanding = team
  .extend({
    asOf: instant,
    standing: z.strictObject({
      byStanding,
      score: z.int().nullable(),
      retired: z.int(),
      gaps: z.int(),
      blockers: z.int(),
      stale: z.int(),
    }),
  })
  .meta({
    id: "TeamStanding",
    description: "As of an earlier instant the services are those of then; name and members are today's.",
  });
export type TeamStanding = z.infer<typeof teamStanding>;

export const teamNew = z
  .strictObject({ name: written(TEXT_LIMITS.name), description: text(TEXT_LIMITS.description).optional() })
  .meta({ id: "TeamNew" });
export type TeamNew = z.infer<typeof teamNew>;

export const teamEdit = z
  .strictObject({
    name: written(TEXT_LIMITS.name),
    description: text(TEXT_LIMITS.description),
    expectedVersion,
  })
  .partial()
  .meta({ id: "TeamEdit" });
export type TeamEdit = z.infer<typeof teamEdit>;

export const memberEdit = z.strictObject({ role }).meta({ id: "MemberEdit" });
export type MemberEdit = z.infer<typeof memberEdit>;
