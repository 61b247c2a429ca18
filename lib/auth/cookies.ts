import { isHttps } from "../config/env";

const options = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() });
const named = (name: string) => ({
  name: () => (isHttps() ? `__Host-plumbline.${name}` : `plumbline.${name}`),
  options,
});

/** The cookies of signing in: bound to this host, and Secure, wherever people come by https. */
export const SESSION_COOKIE = named("session");
export const CSRF_COOKIE = named("csrf");
export const CALLBACK_COOKIE = named("callback");
/** Kept as long as browsers keep one: it has to be there when the account is under attack, months later. */
export const DEVICE_COOKIE = {
  name: named("device").name,
  options: () => ({ ...options(), maxAge: 400 * 24 * 3600 }),
};
