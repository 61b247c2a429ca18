import type { TokenScope } from "../domain/token-scopes";
import type { OperationName } from "./http";

/** Who tries: everybody of the README's access table, and nobody. */
export type Who = "nobody" | "admin" | "executive" | "lead" | "member" | "leadOfOther" | "inNoTeam";
export const PEOPLE: readonly Who[] = [
  "nobody",
  "admin",
  "executive",
  "lead",
  "member",
  "leadOfOther",
  "inNoTeam",
];
/** Whose service and team it is tried on. */
export type Where = "own" | "other";
type Allowed = Readonly<Record<Where, readonly Who[]>>;

const signedIn = PEOPLE.filter((who) => who !== "nobody");
/** Who may do what, as the access table of the README says it, written out by hand. */
export const ANYBODY: Allowed = { own: PEOPLE, other: PEOPLE };
export const EVERYBODY_SIGNED_IN: Allowed = { own: signedIn, other: signedIn };
export const NOBODY: Allowed = { own: [], other: [] };
export const ADMIN: Allowed = { own: ["admin"], other: ["admin"] };
/** Admins and executives. */
export const LEADERS: Allowed = { own: ["admin", "executive"], other: ["admin", "executive"] };
export const LEAD: Allowed = { own: ["admin", "lead"], other: ["admin", "leadOfOther"] };
export const MEMBER: Allowed = { own: ["admin", "lead", "member"], other: ["admin", "leadOfOther"] };

/** What a case is about. */
export interface Place {
  team: string;
  service: string;
  /** Of the answer to the question, as it is now. */
  version: number;
  /** A team of neither. */
  third: string;
}

/** What a request needs beyond its place. */
interface Given {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
}

/** What the access test knows of one operation, or of one way to use it. */
export interface Row {
  may: Allowed;
  /** The scope that an API token needs, its owner having every right; "never" when none will do, "any" when nobody asks. */
  token: TokenScope | "never" | "any";
  operation?: OperationName;
  body?: (place: Place) => unknown;
  params?: Record<string, string>;
  query?: string;
  /** Makes what this one request needs. @param self the id of who sends it @param other somebody else's */
  given?: (self: string, other: string, place: Place) => Promise<Given>;
  /** What a caller who may gets, when it is not the operation's own status: and why. */
  gets?: { status: number; because: string };
}
