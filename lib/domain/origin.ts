import type { Source } from "./vocabulary";

/** How an answer came to be here, besides who saved it (H1). */
export interface Origin {
  source: Source;
  /** The token that wrote it, by the name that it had then; of an imported answer, as the file says. */
  tokenName: string | null;
  /** Who imported it; null for one that was given here. */
  importedBy: { id: string; name: string } | null;
  /** When that was. */
  importedAt: Date | null;
  /** Who gave it, says the file: somebody who is not known here. Then whoever imported it stands for it. */
  claimedBy: string | null;
  /** How it was given, says the file. */
  claimedSource: Source | null;
}

/** The origin of an answer as the API has it; null for what a person saved here. */
export type ShownOrigin = {
  token: string | null;
  importedBy: { id: string; name: string } | null;
  importedAt: string | null;
  claimedBy: string | null;
  claimedSource: Source | null;
} | null;

/** As the API has it. */
export function shownOrigin(origin: Origin): ShownOrigin {
  const { source, tokenName, importedBy, importedAt, claimedBy, claimedSource } = origin;
  if (source === "person") return null;
  return {
    token: tokenName,
    importedBy,
    importedAt: importedAt?.toISOString() ?? null,
    claimedBy,
    claimedSource,
  };
}

/** Who gave an answer, in parts to be put together: what stands before the name, the name, what follows it. */
export interface Attribution {
  before: string;
  name: string;
  after: string;
}

/**
 * Who gave an answer, as every screen says it: "Ana", "Ana, by the token ci", "Ana; imported by Bo", "says the file: Ana;
 * imported by Bo".
 * @param by who stands for it here
 */
export function attributionOf(by: { id: string; name: string }, origin: ShownOrigin): Attribution {
  if (origin === null) return { before: "", name: by.name, after: "" };
  const { token, importedBy, claimedBy } = origin;
  const written = token === null ? "" : `, by the token ${token}`;
  if (importedBy === null) return { before: "", name: by.name, after: written };
  const imported = `imported by ${importedBy.name}`;
  if (claimedBy !== null)
    return { before: "says the file: ", name: claimedBy, after: `${written}; ${imported}` };
  if (importedBy.id === by.id && written === "") return { before: "imported by ", name: by.name, after: "" };
  return { before: "", name: by.name, after: `${written}; ${imported}` };
}
