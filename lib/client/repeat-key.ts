/** 128 random bits as hex. `randomUUID` would do, but browsers have it on https and localhost only. */
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Keys that make a POST safe to repeat: the same body gets the same key, so that a lost reply is given again instead
 * of a second effect; another body gets another key, as the server demands.
 */
export function repeatKeys(make: () => string = randomKey): (body: unknown) => string {
  let last: { body: string; key: string } | null = null;
  return (body) => {
    const text = JSON.stringify(body);
    if (last?.body !== text) last = { body: text, key: make() };
    return last.key;
  };
}
