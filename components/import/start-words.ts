import type { LinkedWords } from "@/components/figure/linked-words";
import { counted } from "@/lib/domain/words";

/** The sentence over the first step: what is here, and what could be brought. */
export function startWords(teams: number, services: number): LinkedWords[] {
  const bring = "from a Backstage catalogue or a spreadsheet";
  if (services === 0) {
    if (teams === 0)
      return [{ text: `There is no team and no service here yet: bring those you have, ${bring}.` }];
    return [
      { text: counted(teams, "team"), href: "/teams" },
      { text: ` ${teams === 1 ? "is" : "are"} here, and no service yet: bring those you have, ${bring}.` },
    ];
  }
  return [
    { text: counted(services, "service"), href: "/services" },
    { text: " of " },
    { text: counted(teams, "team"), href: "/teams" },
    { text: ` ${services === 1 ? "is" : "are"} here: bring the rest ${bring}.` },
  ];
}
