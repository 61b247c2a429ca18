import { ABILITIES, type Ability, type AnswerState } from "./vocabulary";

/** Proven: asked, and every answer is yes. Open: asked, and some is not. */
export type AbilityState = "proven" | "open" | "not_asked";
export interface AbilityStanding {
  ability: Ability;
  state: AbilityState;
  /** Counting questions that name the ability, and how many of them are yes. */
  asked: number;
  yes: number;
}

/**
 * The nine abilities of a service (S9), in their fixed order.
 * @param items applicable questions with their effective verdicts; not applicable ones do not count
 */
export function abilities(items: readonly { ability: Ability; verdict: AnswerState }[]): AbilityStanding[] {
  const counting = items.filter((item) => item.verdict !== "not_applicable");
  return ABILITIES.map((ability) => {
    const named = counting.filter((item) => item.ability === ability);
    const yes = named.filter((item) => item.verdict === "yes").length;
    const state = named.length === 0 ? "not_asked" : yes === named.length ? "proven" : "open";
    return { ability, state, asked: named.length, yes };
  });
}
