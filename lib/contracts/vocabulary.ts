import { z } from "zod";
import * as words from "../domain/vocabulary";

/** The closed lists of the domain as schemas, with their names in the OpenAPI document. */
export const area = z.enum(words.AREAS).meta({ id: "Area" });
export const cost = z.enum(words.COSTS).meta({ id: "Cost" });
export const ability = z.enum(words.ABILITIES).meta({ id: "Ability" });
export const verdict = z
  .enum(words.VERDICTS, { error: "Choose yes, partly, no, unclear or not_applicable." })
  .meta({ id: "Verdict" });
export const answerState = z.enum([...words.VERDICTS, "unanswered"]).meta({ id: "AnswerState" });
export const lifecycle = z
  .enum(words.LIFECYCLES, { error: "Choose planned, building, launching, live or retired." })
  .meta({ id: "Lifecycle" });
export const standing = z.enum(words.STANDINGS).meta({ id: "Standing" });
export const source = z.enum(words.SOURCES).meta({ id: "Source" });
export const tier = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)], { error: "Choose a tier from 1 to 4." })
  .meta({ id: "Tier" });
export const pointCause = z
  .enum(["created", "answer", "facts", "deleted", "restored", "checklist", "ageing", "rates", "waiver"])
  .meta({ id: "PointCause" });

/** Of the title of a question where it is one of a service's. */
export const CALLED = "What the fix would be called on a ticket; the text of a question that has no title.";
