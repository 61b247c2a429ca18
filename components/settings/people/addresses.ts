const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+$/;

/** What somebody typed or pasted as addresses. */
export interface Addresses {
  /** Lower case, each once, in the order of writing. */
  emails: string[];
  /** Pieces that are no address, as they were written. */
  wrong: string[];
}

/**
 * Reads e-mail addresses however they come: parted by commas, semicolons, white space or lines, alone or as
 * `Ana Kirsch <ana@example.com>`.
 */
export function readAddresses(text: string): Addresses {
  const emails = new Set<string>();
  const wrong: string[] = [];
  const named = /(?:"[^"]*"\s*|[^,;\n<>@"]*)<([^<>]*)>/gu;
  for (const [, inside = ""] of text.matchAll(named)) take(inside.trim());
  for (const piece of text.replace(named, " ").split(/[\s,;]+/u)) take(piece.replace(/^mailto:/i, ""));
  return { emails: [...emails], wrong };

  function take(piece: string): void {
    if (piece === "") return;
    if (ADDRESS.test(piece)) emails.add(piece.toLowerCase());
    else wrong.push(piece);
  }
}

/** What is wrong with what was written, in a sentence; null when it can be sent. */
export function addressProblem({ emails, wrong }: Addresses): string | null {
  const [first, ...others] = wrong;
  if (first !== undefined) {
    const said = `“${first.slice(0, 60)}”`;
    return others.length === 0
      ? `${said} is not an e-mail address, such as ana@example.com.`
      : `${said} and ${others.length} more are not e-mail addresses, such as ana@example.com.`;
  }
  return emails.length === 0 ? "Write an e-mail address, such as ana@example.com." : null;
}
