import { type Actor, can } from "@/lib/domain/policy";

/** Whether somebody may create services in any team: without a team, as admins may in all of them. */
const mayCreateService = (actor: Actor): boolean =>
  [null, ...Object.keys(actor.teams)].some((teamId) => can(actor, "service:create", { teamId }));

/** The pages of those that not everybody may open, which somebody may. */
export const mayOpen = (actor: Actor): string[] => [
  ...(mayCreateService(actor) ? ["/services/new"] : []),
  ...(can(actor, "team:create", { teamId: null }) ? ["/teams/new"] : []),
  ...(can(actor, "import:run", { teamId: null }) ? ["/import"] : []),
  "/launches/new",
];
