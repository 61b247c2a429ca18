import { peoplePage } from "@/components/addresses/pages";
import type { LinkedWords } from "@/components/figure/linked-words";
import { counted } from "@/lib/domain/words";

/** How many there are. */
export interface PeopleCounts {
  /** Who may sign in, admins among them. */
  enabled: number;
  admins: number;
  disabled: number;
  /** Invitations that can still be accepted; null for viewers who do not see them. */
  invitations: number | null;
}

/** Where the open invitations stand on the page. */
const INVITATIONS = "#invitations";

/** Who is here, in words whose numbers lead to the people. */
export function peopleSentence({ enabled, admins, invitations }: PeopleCounts): LinkedWords[] {
  const invited = invitedWords(invitations);
  if (enabled === 1) return [{ text: "Only you are here" }, ...(invited ?? [{ text: "." }])];
  return [
    { text: counted(enabled, "person", "people"), href: peoplePage.href({ state: "enabled" }) },
    { text: ", " },
    { text: counted(admins, "admin"), href: peoplePage.href({ rights: "admin", state: "enabled" }) },
    ...(invited ?? [{ text: "." }]),
  ];
}

function invitedWords(count: number | null): LinkedWords[] | null {
  if (count === null) return null;
  if (count === 0) return [{ text: "; no invitation is open." }];
  return [
    { text: "; " },
    { text: counted(count, "invitation"), href: INVITATIONS },
    { text: count === 1 ? " is open." : " are open." },
  ];
}
