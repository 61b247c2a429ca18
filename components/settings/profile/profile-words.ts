import type { LinkedWords } from "@/components/figure/linked-words";
import { counted } from "@/lib/domain/words";

/** What one is here. */
export interface Profile {
  name: string;
  admin: boolean;
  executive: boolean;
  /** On how many teams, and of how many of them lead. */
  teams: number;
  leads: number;
}

/** Who one is here, in a sentence. */
export function profileSentence({ name, admin, executive, teams, leads }: Profile): LinkedWords[] {
  const rights = [...(admin ? ["an admin"] : []), ...(executive ? ["an executive"] : [])].join(" and ");
  const on = teamsWords(teams, leads);
  return [
    { text: "You are " },
    { text: name, isolate: true },
    ...(rights === "" ? [] : [{ text: `, ${rights}` }]),
    ...on,
  ];
}

function teamsWords(teams: number, leads: number): LinkedWords[] {
  if (teams === 0) return [{ text: ", on no team yet." }];
  const count: LinkedWords = { text: counted(teams, "team"), href: "/teams" };
  if (leads === 0) return [{ text: ", on " }, count, { text: "." }];
  if (leads === teams) return [{ text: ", lead of " }, count, { text: "." }];
  return [{ text: ", on " }, count, { text: `, lead of ${leads} of them.` }];
}
