import type { ReactNode } from "react";
import { AppBar } from "@/components/shell/app-bar";
import { SignOutItem } from "@/components/shell/sign-out-item";
import { MenuLink } from "@/components/ui/menu-item";
import { organisationScope } from "@/lib/auth/page-scope";
import { Providers } from "@/lib/client/providers";
import { loadOrganisation } from "@/lib/queries/organisation/organisation";

const PLACES = [
  { href: "/services", label: "Services" },
  { href: "/teams", label: "Teams" },
  { href: "/checklists", label: "Checklists" },
  { href: "/settings", label: "Settings" },
];

/** The frame of every page for signed-in people. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const scope = await organisationScope("organisation:read");
  const organisation = await loadOrganisation(scope);
  return (
    <Providers>
      <AppBar
        person={scope.viewer.person}
        organisation={organisation.name}
        items={PLACES}
        menu={
          <>
            <MenuLink href="/settings">Settings</MenuLink>
            <SignOutItem />
          </>
        }
      />
      {children}
    </Providers>
  );
}
