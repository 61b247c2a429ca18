import { assessHref, servicesPage } from "@/components/addresses/pages";
import type { MyTeam } from "@/lib/contracts/my-work";
import { agedHref, firstNext, mostAged } from "./work-sentence";

/** Who is told what to do next. */
export interface Starter {
  admin: boolean;
  /** Names of those who may put somebody on a team, as said in a sentence: "Ana or Mira". */
  admins: string;
}

/** The one thing to do next, with a button, and a line under the sentence. */
export interface NextStep {
  say: string;
  action: { href: string; label: string } | null;
}

/** What somebody is to do first. */
export function nextStep(teams: readonly MyTeam[], { admin, admins }: Starter): NextStep {
  const first = firstNext(teams);
  if (first !== null) {
    const begun = first.next.answered > 0;
    return {
      say: begun
        ? "Earlier answers are kept: continue where they stopped."
        : "It takes about half an hour, and is saved as you go: you can stop at any question and come back.",
      action: {
        href: assessHref(first.next.slug),
        label: begun ? `Go on with ${first.next.name}` : `Answer for ${first.next.name}`,
      },
    };
  }
  if (teams.length === 0) {
    return admin
      ? {
          say: "As an admin you may answer for every service. Who joins a team sees its services here.",
          action: { href: "/services", label: "See all services" },
        }
      : {
          say: `Ask ${admins === "" ? "an admin" : admins} to put you on one. Until then you can read everything.`,
          action: { href: "/services", label: "See all services" },
        };
  }
  const empty = teams.every(({ services }) => services === 0);
  const leading = teams.find(({ role }) => admin || role === "lead");
  if (empty && leading !== undefined) {
    return {
      say: "Add the one whose next launch worries you most.",
      action: { href: `/services/new?team=${leading.slug}`, label: "Add a service" },
    };
  }
  if (empty) return { say: "A lead of the team, or an admin, adds services.", action: null };
  const aged = mostAged(teams);
  if (aged !== null) {
    return {
      say: "What is next: say whether the answers that went stale still hold.",
      action: { href: agedHref(aged), label: `Look at ${aged.name} again` },
    };
  }
  const mine = servicesPage.href({ team: teams.map(({ slug }) => slug), sort: "-gaps" });
  return {
    say: "What is next: give each gap an owner and a day.",
    action: { href: mine, label: "See what is open" },
  };
}
