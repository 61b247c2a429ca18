import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "../config/env";

/** Whose browser is meant: an entry holds until the password changes. */
export interface DeviceOwner {
  id: string;
  passwordHash: string | null;
}

/** So many people of one browser are remembered, who signed in last. */
const MOST_PEOPLE = 5;
const ENTRY = /^([0-9a-f-]{36})\.([\w-]{22})\.([\w-]{43})$/;

const entriesOf = (cookie: string | undefined) =>
  (cookie ?? "").split("~").filter((each) => ENTRY.test(each));

function signatureOf({ id, passwordHash }: DeviceOwner, nonce: string): string {
  const signed = JSON.stringify(["device", id, nonce, passwordHash]);
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(signed).digest("base64url");
}

/**
 * The browser in which a person signed in before, by its device cookie (OWASP's advice against locking people out):
 * what is guessed there has a counter of its own. It opens nothing.
 * @returns the name of the browser, null when it is not known to this person
 */
export function deviceOf(cookie: string | undefined, owner: DeviceOwner): string | null {
  if (owner.passwordHash === null) return null;
  for (const entry of entriesOf(cookie)) {
    const [, id, nonce = "", signature = ""] = ENTRY.exec(entry) ?? [];
    if (id !== owner.id) continue;
    const right = timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(owner, nonce)));
    if (right) return nonce;
  }
  return null;
}

/** The device cookie of a browser in which somebody has just shown their password: theirs anew, the others' kept. */
export function rememberDevice(cookie: string | undefined, owner: DeviceOwner): string {
  const nonce = randomBytes(16).toString("base64url");
  const others = entriesOf(cookie).filter((entry) => !entry.startsWith(`${owner.id}.`));
  const own = `${owner.id}.${nonce}.${signatureOf(owner, nonce)}`;
  return [own, ...others].slice(0, MOST_PEOPLE).join("~");
}
