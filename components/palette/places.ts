/** A page of the product by the words that lead to it. */
export interface Place {
  href: string;
  name: string;
  /** Further words that lead there. */
  also: string;
}

/** The pages that are not about one thing. */
export const PLACES: readonly Place[] = [
  { href: "/work", name: "My work", also: "what waits for me notifications bell inbox todo start mine" },
  { href: "/", name: "Portfolio", also: "home overview heat map trend standing" },
  { href: "/services", name: "Services", also: "list all" },
  { href: "/gaps", name: "Gaps", also: "fixes open blockers list all" },
  { href: "/gaps?owner=me&sort=due", name: "Gaps that I own", also: "my fixes work mine due" },
  { href: "/gaps?kind=blocker", name: "Blockers", also: "critical gaps" },
  { href: "/gaps?kind=stale", name: "Stale answers", also: "old confirm gaps" },
  { href: "/waivers", name: "Accepted risks", also: "waivers" },
  { href: "/exposure", name: "Exposure", also: "costs money loss what if curve risk" },
  { href: "/exposure/model", name: "Prices and rates", also: "cost model assumptions severity currency" },
  { href: "/changes", name: "What changed", also: "changes since news history" },
  { href: "/launches", name: "Launches", also: "releases go sign off" },
  { href: "/teams", name: "Teams", also: "groups members" },
  { href: "/checklists", name: "Checklists", also: "questions versions drafts" },
  { href: "/settings", name: "Settings", also: "organisation time zone example" },
  { href: "/settings/people", name: "People", also: "users members invitations admins" },
  { href: "/settings/profile", name: "Your profile", also: "password name keys account me" },
  { href: "/settings/sessions", name: "Your sessions", also: "devices signed in" },
  { href: "/settings/tokens", name: "API tokens", also: "scripts access" },
  { href: "/services?deleted=true", name: "Deleted services", also: "restore trash bin" },
];

/** What somebody may begin, where their rights let them. */
export const BEGINNINGS: readonly Place[] = [
  { href: "/services/new", name: "New service", also: "add create" },
  { href: "/teams/new", name: "New team", also: "add create" },
  { href: "/launches/new", name: "Plan a launch", also: "new launch add create release" },
  { href: "/import", name: "Import", also: "upload csv spreadsheet backstage catalog answers" },
];
