import { isStorable } from "@/lib/domain/text";

/** What the address of the list of teams asks for: `q`, a part of a name, or "" for all. */
export function readTeamQuery(params: Readonly<Record<string, string | string[] | undefined>>): string {
  const { q } = params;
  const text = (Array.isArray(q) ? q[0] : q) ?? "";
  return text.length <= 200 && isStorable(text) ? text.trim() : "";
}

/** Whether a team's name holds what was asked for; capitals and accents make no difference. */
export function matchesTeam(name: string, q: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase();
  return plain(name).includes(plain(q));
}
