import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "../config/once";
import type { Actor } from "../domain/policy";
import type { Viewer } from "./viewer";

/** What stands in a page that is drawn for everybody with the same rights, in place of what differs between them. */
export interface Blanks {
  nonce: string;
  me: string;
}

const HEADER = "x-plumbline-drawn-for";
const ownSecrets = () =>
  once("drawn", () => ({
    secret: randomBytes(32).toString("hex"),
    blanks: { nonce: `nonce${randomBytes(16).toString("hex")}`, me: `me${randomBytes(16).toString("hex")}` },
  }));

/** Nobody's content can hold them: they are made by chance for every process. */
export const blanks = (): Blanks => ownSecrets().blanks;

/** Rights without whose they are: who has the same ones sees the same page. */
export type Rights = Omit<Actor, "id" | "scopes">;

/** What this process sends itself to have a page drawn for everybody with some rights. */
export const renderHeaders = ({ admin, executive, teams }: Rights): Record<string, string> => ({
  [HEADER]: `${ownSecrets().secret}.${Buffer.from(JSON.stringify({ admin, executive, teams })).toString("base64url")}`,
});

/** Whether a request asks for a page to be drawn for everybody: only this process can. */
export function rightsRenderedFor(headers: Headers): Rights | null {
  const [secret = "", rights = ""] = headers.get(HEADER)?.split(".") ?? [];
  const own = Buffer.from(ownSecrets().secret);
  const given = Buffer.from(secret);
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  return JSON.parse(Buffer.from(rights, "base64url").toString()) as Rights;
}

/** Somebody with these rights, who is nobody in particular. */
export const anybodyWith = (rights: Rights): Viewer => ({
  sessionId: null,
  token: null,
  anybody: true,
  person: { id: "", name: "", email: "" },
  actor: { id: "", ...rights },
});
