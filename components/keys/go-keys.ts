import type { PageKey } from "./page-keys";

/** Where the key after g leads. */
export const GO_KEYS: readonly PageKey<string>[] = [
  { keys: ["w"], does: "My work", action: "/work" },
  { keys: ["p"], does: "Portfolio", action: "/" },
  { keys: ["s"], does: "Services", action: "/services" },
  { keys: ["g"], does: "Gaps", action: "/gaps" },
  { keys: ["e"], does: "Exposure", action: "/exposure" },
  { keys: ["l"], does: "Launches", action: "/launches" },
  { keys: ["c"], does: "Changes", action: "/changes" },
  { keys: ["t"], does: "Teams", action: "/teams" },
  { keys: ["k"], does: "Checklists", action: "/checklists" },
];
