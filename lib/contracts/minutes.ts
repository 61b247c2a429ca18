import { z } from "zod";
import { AGENDA_PARTS } from "../domain/launch/events";
import { CONDITION_STATES, DECISIONS, DISPOSITION_KINDS } from "../domain/launch/vocabulary";
import { signRole } from "./launch-parts";
import { instant } from "./text";

export const minutesQuery = z.strictObject({
  format: z.enum(["json", "md"]).optional().meta({ description: "JSON when left out; Markdown with `md`." }),
});
export type MinutesQuery = z.infer<typeof minutesQuery>;

const person = z.strictObject({ id: z.string(), name: z.string() });
const gap = {
  service: z.string(),
  serviceName: z.string(),
  question: z.string(),
  title: z.string(),
};
const line = z.strictObject({
  id: z.string(),
  at: instant,
  when: z.string(),
  by: person.nullable(),
  text: z.string(),
});

/** The minutes of a launch: made from what happened, with a sentence for each thing (L9). */
export const minutes = z
  .strictObject({
    title: z.string(),
    firstLine: z.string(),
    objections: z.array(
      z.strictObject({
        role: signRole,
        person: person.nullable(),
        at: instant,
        comment: z.string(),
        lookAgainOn: z.string().nullable(),
        overruledBy: person.nullable(),
        replacedBy: person.nullable(),
        clause: z.string(),
        text: z.string(),
      }),
    ),
    agenda: z.array(
      z.strictObject({
        ...gap,
        meeting: z.int(),
        part: z.enum(AGENDA_PARTS),
        carried: z.boolean(),
        text: z.string(),
      }),
    ),
    dispositions: z.array(
      z.strictObject({
        ...gap,
        kind: z.enum(DISPOSITION_KINDS),
        by: person.nullable(),
        at: instant,
        superseded: z.boolean(),
        text: z.string(),
      }),
    ),
    conditions: z.array(
      z.strictObject({
        ...gap,
        owner: person,
        dueOn: z.string(),
        state: z.enum(CONDITION_STATES),
        late: z.boolean(),
        text: z.string(),
      }),
    ),
    carried: z.strictObject({ count: z.int(), expectedLoss: z.number().nullable(), text: z.string() }),
    signOffs: z.array(
      z.strictObject({
        role: signRole,
        person: person.nullable(),
        deputyFor: person.nullable(),
        decision: z.enum(DECISIONS),
        at: instant,
        comment: z.string(),
        lookAgainOn: z.string().nullable(),
        revision: z.string(),
        inForce: z.boolean(),
        overruling: z
          .strictObject({ by: person.nullable(), at: instant, reason: z.string(), revision: z.string() })
          .nullable(),
        text: z.string(),
      }),
    ),
    remark: z.string().nullable(),
    course: z.array(line).meta({ description: "How it came to its outcome." }),
    corrections: z.array(line),
    sinceLaunch: z.array(line),
    revision: z.string(),
  })
  .meta({ id: "Minutes" });
export type MinutesShown = z.infer<typeof minutes>;
