import { z } from "zod";
import { AGENDA_PARTS } from "../domain/launch/events";
import { LAUNCH_STATES, OUTCOMES } from "../domain/launch/vocabulary";
import { CURSOR_LIMIT } from "../domain/text";
import {
  byRole,
  condition,
  disposition,
  gapRef,
  launchGap,
  loss,
  outcomeReason,
  signOff,
  signRole,
  turn,
} from "./launch-parts";
import { day, instant, slug, text, version } from "./text";
import { lifecycle, standing, tier } from "./vocabulary";

const person = z.uuid();

export const launchFilters = z.strictObject({
  q: text(200).optional().meta({
    description: "Each of its words stands in the title, or in the name of one of the services.",
  }),
  state: z.enum(LAUNCH_STATES).optional(),
  service: slug.optional(),
  team: slug.optional(),
  from: day.optional().meta({ description: "Target date on or after." }),
  to: day.optional().meta({ description: "Target date on or before." }),
  cursor: z.string().max(CURSOR_LIMIT).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type LaunchFilters = z.infer<typeof launchFilters>;

const agendaPoint = z.strictObject({ ...gapRef.shape, part: z.enum(AGENDA_PARTS) });

const carrying = z.strictObject({
  count: z.int(),
  expectedLoss: loss,
  by: person.nullable(),
  at: instant.nullable(),
});

export const launch = z
  .strictObject({
    id: z.uuid(),
    version,
    state: z.enum(LAUNCH_STATES),
    title: z.string(),
    services: z.array(slug),
    targetDate: z.string(),
    meetingAt: instant.nullable(),
    facilitator: person,
    what: z.string(),
    worth: z.string(),
    delayCostPerWeek: loss,
    undo: z.strictObject({ how: z.string(), who: z.string() }),
    onCall: z.string(),
    signers: byRole,
    deputies: byRole,
    requiredRoles: z.array(signRole),
    twoPeople: z.boolean().meta({ description: "Two different people have to sign (L1)." }),
    revision: z.string(),
    outcome: z.enum(OUTCOMES),
    outcomeReasons: z.array(outcomeReason),
    overObjection: z.boolean(),
    blockers: z.array(
      z.strictObject({ service: slug, question: z.string(), disposition: z.uuid().nullable() }),
    ),
    dispositions: z.array(disposition),
    conditions: z.array(condition),
    signOffs: z.array(signOff),
    launchedWithoutGo: z.boolean(),
    reviewDueOn: z.string().nullable(),
    reviewedAt: instant.nullable(),
    createdAt: instant,
    createdBy: person,
    closedAt: instant.nullable(),
    example: z.boolean(),
    serviceStates: z.array(
      z.strictObject({
        service: slug,
        name: z.string(),
        team: slug,
        teamName: z.string(),
        tier,
        lifecycle,
        checklist: z
          .strictObject({ key: z.string(), version: z.int() })
          .optional()
          .meta({ description: "What it is asked; left out of what was closed before this was kept." }),
        standing,
        score: z.int().nullable(),
        gaps: z.int(),
        blockers: z.int(),
        can: z.strictObject({ answer: z.boolean(), plan: z.boolean() }),
      }),
    ),
    gaps: z.array(launchGap).meta({ description: "Blockers first, then by worth (R8)." }),
    carried: carrying.meta({ description: "Gaps that were taken along in one step (L2)." }),
    trade: z
      .strictObject({
        effortDays: z.number().meta({ description: "To fix the blockers." }),
        expectedLoss: loss.meta({
          description: "A year, of its blockers; null while nothing is priced (R5).",
        }),
        incidentsPerYear: z.number(),
        carriedNow: loss.meta({ description: "The part that live services carry already (R6)." }),
        atLaunch: loss.meta({ description: "The part that comes with the launch (R6)." }),
        currency: z.string(),
        pricedCosts: z.int(),
      })
      .meta({ description: "What fixing takes, and what not fixing costs." }),
    turns: z.array(turn),
    agenda: z.array(agendaPoint).meta({
      description: "What a meeting would talk about as it stands, in order (L2).",
    }),
    agendaAnswers: z.array(launchGap).meta({
      description:
        "What is on the agenda although it is no gap: critical answers that end soon, or were not for us.",
    }),
    meeting: z
      .strictObject({ startedAt: instant, agenda: z.array(agendaPoint) })
      .nullable()
      .meta({ description: "The last one that was started, with its agenda as it was then (L2)." }),
    people: z
      .record(z.uuid(), z.strictObject({ id: z.uuid(), name: z.string(), disabled: z.boolean() }))
      .meta({
        description: "Everybody who is named above, by id.",
      }),
    can: z.strictObject({
      edit: z.boolean(),
      dispose: z.boolean(),
      nameSigner: z.boolean(),
      replaceSigner: z.boolean(),
      takeOff: z.array(signRole).meta({ description: "Roles that are required by mistake (L1)." }),
      sign: z.array(signRole),
      overrule: z.boolean(),
      close: z.boolean(),
      closeWithoutGo: z.boolean(),
      note: z.boolean(),
      correct: z.boolean(),
      review: z.boolean(),
    }),
  })
  .meta({ id: "Launch" });
export type Launch = z.infer<typeof launch>;

/** A launch in a list. */
const launchRow = z
  .strictObject({
    id: z.uuid(),
    title: z.string(),
    state: z.enum(LAUNCH_STATES),
    services: z.array(z.strictObject({ slug, name: z.string() })),
    targetDate: z.string(),
    daysLeft: z
      .int()
      .nullable()
      .meta({ description: "Null when it is closed; negative when the day has passed." }),
    facilitator: z.strictObject({ id: z.uuid(), name: z.string() }),
    outcome: z.enum(OUTCOMES),
    overObjection: z.boolean(),
    launchedWithoutGo: z.boolean(),
    blockers: z.int(),
    undisposed: z.int(),
    openConditions: z.int(),
    next: turn.nullable().meta({ description: "What is missing first." }),
    waitsForMe: z.boolean(),
    closedAt: instant.nullable(),
    example: z.boolean(),
  })
  .meta({ id: "LaunchRow" });
export type LaunchRow = z.infer<typeof launchRow>;

export const launchPage = z
  .strictObject({
    items: z.array(launchRow),
    nextCursor: z.string().nullable(),
    people: z.record(z.uuid(), z.string()).meta({ description: "Names of those who are named, by id." }),
  })
  .meta({ id: "LaunchPage" });
export type LaunchPage = z.infer<typeof launchPage>;

/** What happened to a launch, as it is listed. */
const launchEvent = z
  .strictObject({
    id: z.string(),
    at: instant,
    by: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    kind: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "LaunchEvent" });
export const launchEvents = z.strictObject({ items: z.array(launchEvent) }).meta({ id: "LaunchEvents" });
export type LaunchEvents = z.infer<typeof launchEvents>;
