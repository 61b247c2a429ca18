import { randomId } from "./random-id";

/**
 * Keys that make a POST safe to repeat: the same body gets the same key, so that a lost reply is given again instead
 * of a second effect; another body gets another key, as the server demands.
 */
export function repeatKeys(make: () => string = randomId): (body: unknown) => string {
  let last: { body: string; key: string } | null = null;
  return (body) => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: make() };
    return last.key;
  };
}
