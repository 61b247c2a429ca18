import type { ReactNode } from "react";
import { Bell } from "@/components/notifications/bell";
import { Finder } from "@/components/palette/finder";
import { mayOpen } from "@/components/palette/may-open";
import { AppBar } from "@/components/shell/app-bar";
import { Me } from "@/components/shell/me";
import { SignOutItem } from "@/components/shell/sign-out-item";
import { MenuLink } from "@/components/ui/menu-item";
import { organisationScope, pageNow } from "@/lib/auth/page-scope";
import { blanks } from "@/lib/auth/shared-rendering";
import { can } from "@/lib/domain/policy";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

const PLACES = [
  { href: "/work", label: "My work" },
  { href: "/", label: "Portfolio" },
  { href: "/services", label: "Services" },
  { href: "/gaps", label: "Gaps" },
  { href: "/exposure", label: "Exposure" },
  { href: "/launches", label: "Launches" },
  { href: "/changes", label: "Changes" },
  { href: "/teams", label: "Teams" },
  { href: "/checklists", label: "Checklists" },
];

/** The frame of every page for signed-in people. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const scope = await organisationScope("organisation:read");
  const organisation = await loadOrganisation(scope);
  return (
    <>
      <AppBar
        person={scope.viewer.anybody ? null : scope.viewer.person}
        organisation={organisation.name}
        items={PLACES}
        menu={
          <>
            <MenuLink href="/settings/profile">Your profile</MenuLink>
            <MenuLink href="/settings">Settings</MenuLink>
            <MenuLink href="/settings/tokens">API tokens</MenuLink>
            {can(scope.viewer.actor, "import:run", { teamId: null }) && (
              <MenuLink href="/import">Import</MenuLink>
            )}
            <SignOutItem />
          </>
        }
      >
        <Finder
          person={scope.viewer.anybody ? null : scope.viewer.person.id}
          may={mayOpen(scope.viewer.actor)}
        />
        <Bell since={pageNow().toISOString()} />
      </AppBar>
      {scope.viewer.anybody && <Me value={blanks().me} />}
      {children}
    </>
  );
}
