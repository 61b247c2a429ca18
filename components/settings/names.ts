const MOST = 3;

/** Names as a person says them: "Ana", "Ana or Mira", "Ana, Mira or 4 others". */
export function namesOf(names: readonly string[], joined = "or"): string {
  const rest = names.length - MOST;
  const said = rest > 0 ? [...names.slice(0, MOST - 1), `${rest + 1} others`] : [...names];
  const last = said.pop() ?? "";
  return said.length === 0 ? last : `${said.join(", ")} ${joined} ${last}`;
}
