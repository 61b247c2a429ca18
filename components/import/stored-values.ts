import { fold, type ValueChoice, type ValueField } from "@/lib/domain/import-rows";
import { LIFECYCLES, type Lifecycle, TIERS, type Tier } from "@/lib/domain/vocabulary";

/** What words of files mean, as one person said in this browser; by the folded word. */
export interface StoredValues {
  tier: Record<string, Tier>;
  lifecycle: Record<string, Lifecycle>;
}
export const NO_VALUES: StoredValues = { tier: {}, lifecycle: {} };

/** So many words of each are kept: the last ones that were said. */
const MOST = 200;
const keyOf = (person: string) => `plumbline.import-values/${person}`;

function known<T>(value: unknown, all: readonly T[]): Record<string, T> {
  if (typeof value !== "object" || value === null) return {};
  const entries = Object.entries(value).flatMap(([word, to]): [string, T][] => {
    const found = all.find((each) => each === to);
    return found === undefined ? [] : [[word, found]];
  });
  return Object.fromEntries(entries.slice(-MOST));
}

/** What was kept, whatever wrote it. */
export function loadValues(storage: Storage, person: string): StoredValues {
  try {
    const value = JSON.parse(storage.getItem(keyOf(person)) ?? "null");
    return { tier: known(value?.tier, TIERS), lifecycle: known(value?.lifecycle, LIFECYCLES) };
  } catch {
    return NO_VALUES;
  }
}

/** Keeps them for the next import; a browser that has no room or forbids it forgets them with the page. */
export function storeValues(storage: Storage, person: string, values: StoredValues): void {
  try {
    storage.setItem(keyOf(person), JSON.stringify(values));
  } catch {
    // what is on the screen still holds
  }
}

/** With one word told anew. @param to undefined: as the rules read it */
export function withValue(
  values: StoredValues,
  field: ValueField,
  word: string,
  to: Tier | Lifecycle | undefined,
): StoredValues {
  const { [fold(word)]: _, ...others } = values[field] as Record<string, Tier | Lifecycle>;
  return { ...values, [field]: to === undefined ? others : { ...others, [fold(word)]: to } };
}

/** What is sent of them; undefined when nothing was said. */
export function valuesToSend({ tier, lifecycle }: StoredValues): ValueChoice | undefined {
  const some = {
    ...(Object.keys(tier).length > 0 ? { tier } : {}),
    ...(Object.keys(lifecycle).length > 0 ? { lifecycle } : {}),
  };
  return Object.keys(some).length > 0 ? some : undefined;
}
