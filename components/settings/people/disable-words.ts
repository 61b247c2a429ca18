import { counted } from "@/lib/domain/words";

/** What ends when somebody is disabled. */
export interface Ending {
  name: string;
  sessions: number;
  tokens: number;
  /** They are the one who asks. */
  self: boolean;
}

/** What disabling somebody does, a sentence each, before it is done. */
export function disableConsequences({ name, sessions, tokens, self }: Ending): string[] {
  const [they, their, them] = self ? ["you", "Your", "you"] : ["they", "Their", "them"];
  const ends = [
    ...(sessions > 0 ? [counted(sessions, "session")] : []),
    ...(tokens > 0 ? [counted(tokens, "API token")] : []),
  ];
  return [
    self ? "You are signed out at once." : `${name} can no longer sign in.`,
    ...(ends.length === 0
      ? []
      : [`${their} ${ends.join(" and ")} ${sessions + tokens === 1 ? "ends" : "end"} at once.`]),
    `Invitations that ${they} sent, and that nobody used yet, end too.`,
    `What ${they} answered stays, with the name beside it.`,
    `${self ? "Another admin" : "An admin"} can enable ${them} again, with the same rights and teams; tokens stay ended.`,
  ];
}
