import type { Problem } from "../contracts/organisation";
import { forgetPicks } from "./recent-picks";
import { ApiProblem } from "./request";

async function csrfToken(): Promise<string> {
  const response = await fetch("/api/auth/csrf", { credentials: "same-origin" });
  return ((await response.json()) as { csrfToken: string }).csrfToken;
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
  return fetch(`/api/auth/${path}`, { method: "POST", credentials: "same-origin", body });
}

/**
 * Signs in with a password.
 * @returns false when e-mail or password is not right
 * @throws ApiProblem when slowed down or the database is away; TypeError when the server cannot be reached
 */
export async function signIn(email: string, password: string): Promise<boolean> {
  const response = await post("callback/credentials", { email, password });
  if (response.ok) return true;
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  if (body.code) throw new ApiProblem(body as Problem);
  return false;
}

/** Ends this browser's session; what the browser keeps of who had it is forgotten first. */
export async function signOut(): Promise<void> {
  forgetPicks();
  await post("signout", {});
}
