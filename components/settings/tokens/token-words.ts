import { formatTime } from "@/components/ui/format-time";
import type { Token } from "@/lib/contracts/people";
import { TOKEN_SCOPE_TEXT, type TokenScope } from "@/lib/domain/token-scopes";
import { counted } from "@/lib/domain/words";

/** For how long a token may be good, to choose from. */
export const TOKEN_DAYS = [7, 30, 90, 365] as const;
export const USUAL_DAYS = 90;

/** Where a token stands at `now`. */
export function tokenState(
  token: Pick<Token, "endedAt" | "expiresAt">,
  now: string,
): "in force" | "ended" | "expired" {
  if (token.endedAt !== null) return "ended";
  return Date.parse(token.expiresAt) <= Date.parse(now) ? "expired" : "in force";
}

/** Tokens in force, the next to end first; then the others, newest first. */
export function tokensInOrder(tokens: readonly Token[], now: string): { inForce: Token[]; over: Token[] } {
  const is = (token: Token) => tokenState(token, now) === "in force";
  const end = (token: Token) => Date.parse(token.endedAt ?? token.expiresAt);
  return {
    inForce: tokens.filter(is).sort((a, b) => end(a) - end(b)),
    over: tokens.filter((token) => !is(token)).sort((a, b) => end(b) - end(a)),
  };
}

/** How many tokens somebody has, in a sentence. @param name whose; null for one's own */
export function tokensSentence(
  tokens: readonly Token[],
  now: string,
  timeZone: string,
  name: string | null = null,
): string {
  const { inForce } = tokensInOrder(tokens, now);
  const has = name === null ? "You have" : `${name} has`;
  const [next] = inForce;
  if (next === undefined) return `${has} no API token in force.`;
  const day = formatTime(next.expiresAt, timeZone, "day");
  if (inForce.length === 1) return `${has} 1 API token; it ends on ${day}.`;
  return `${has} ${counted(inForce.length, "API token")}; the next one ends on ${day}.`;
}

/** What a token may be used for, in words: "Read and answer". */
export function scopesText(scopes: readonly TokenScope[]): string {
  const [first, ...others] = scopes.map((scope) => TOKEN_SCOPE_TEXT[scope].name);
  const rest = others.map((name) => name.toLowerCase());
  const last = rest.pop();
  return last === undefined ? (first ?? "") : `${[first, ...rest].join(", ")} and ${last}`;
}

/** A first call that works with the token, to be pasted into a terminal. */
export function curlExample(origin: string, secret: string, scopes: readonly TokenScope[]): string {
  const bearer = `-H "Authorization: Bearer ${secret}"`;
  const json = `-H "Content-Type: application/json"`;
  if (scopes.includes("read")) return `curl ${bearer} ${origin}/api/v1/services`;
  if (scopes.includes("answer")) {
    return `curl -X PUT ${bearer} ${json} -d '{"verdict":"yes","expectedVersion":0}' ${origin}/api/v1/services/SERVICE/answers/QUESTION`;
  }
  return `curl -X POST ${bearer} ${json} -d '{"name":"A new team"}' ${origin}/api/v1/teams`;
}
