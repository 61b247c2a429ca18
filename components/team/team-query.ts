/** Whether a team's name holds what was asked for; capitals and accents make no difference. */
export function matchesTeam(name: string, q: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase();
  return plain(name).includes(plain(q));
}
