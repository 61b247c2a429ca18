import "server-only";
import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "../config/env";
import { clientAddress } from "../config/incoming";
import { log } from "../config/log";
import { requestIdOf } from "../config/request-id";
import { reasonOf } from "../domain/errors";
import { codePoints, isStorable, TEXT_LIMITS } from "../domain/text";
import { CALLBACK_COOKIE, CSRF_COOKIE, SESSION_COOKIE } from "./cookies";
import { returnPath } from "./return-path";
import { endSession, signIn } from "./sign-in";
import { loadSession } from "./viewer";

const cookie = (each: typeof SESSION_COOKIE) => ({ name: each.name(), options: each.options() });
const acceptable = (value: string | undefined, max: number): value is string =>
  typeof value === "string" && value !== "" && isStorable(value) && codePoints(value) <= max;

/**
 * next-auth, told to keep its session in our rows: its cookie carries only the id of a session, which every request
 * looks up. A deleted row is a signed-out browser.
 * @param browser the device cookie that the request brought; `remember` gets the one to send back after signing in
 */
export const authOptions = (browser: {
  device: string | undefined;
  remember: (device: string) => void;
}): AuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: env().SESSION_HOURS * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  cookies: {
    sessionToken: cookie(SESSION_COOKIE),
    csrfToken: cookie(CSRF_COOKIE),
    callbackUrl: cookie(CALLBACK_COOKIE),
  },
  providers: [
    Credentials({
      credentials: {
        email: { label: "E-mail", type: "email" },
        password: { label: "Password", type: "password" },
      },
      async authorize(given, request) {
        if (!acceptable(given?.email, TEXT_LIMITS.email)) return null;
        if (!acceptable(given.password, TEXT_LIMITS.password.max)) return null;
        const headers = new Headers(request.headers as Record<string, string>);
        const result = await signIn(
          { email: given.email, password: given.password },
          {
            address: clientAddress(headers),
            userAgent: headers.get("user-agent") ?? "",
            requestId: requestIdOf(headers),
            device: browser.device,
          },
          new Date(),
        ).catch((error: unknown) => {
          log().error({ error: reasonOf(error) }, "a sign-in broke");
          throw new Error("unavailable");
        });
        if (result.kind === "slowed") throw new Error(`slowed:${result.seconds}`);
        if (result.kind !== "session") return null;
        browser.remember(result.device);
        return { id: result.personId, sid: result.sessionId };
      },
    }),
  ],
  callbacks: {
    redirect: ({ url, baseUrl }) =>
      baseUrl + returnPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    async jwt({ token, user }) {
      const sid = (user as { sid?: string } | undefined)?.sid;
      if (sid) return { sub: user.id, sid };
      if (!(await loadSession(typeof token.sid === "string" ? token.sid : null, new Date()))) {
        throw new Error("session ended");
      }
      return token;
    },
    async session({ session, token }) {
      const viewer = await loadSession(typeof token.sid === "string" ? token.sid : null, new Date());
      if (!viewer) throw new Error("session ended");
      const { id, name, email } = viewer.person;
      return { ...session, user: { id, name, email } };
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await endSession(token.sid, new Date(), randomUUID());
    },
  },
  logger: {
    error(code, details) {
      const message =
        details instanceof Error
          ? details.message
          : String((details as { error?: Error }).error?.message ?? "");
      if (message === "session ended" || message.startsWith("slowed:") || message === "unavailable") return;
      log().error({ code, error: message }, "signing in or out went wrong");
    },
    warn: (code) => log().debug({ code }, "next-auth"),
    debug: () => undefined,
  },
});
