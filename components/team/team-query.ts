import { foldedText } from "@/lib/domain/search-text";

/** Whether a team's name holds what was asked for; capitals and accents make no difference. */
export const matchesTeam = (name: string, q: string): boolean => foldedText(name).includes(foldedText(q));
