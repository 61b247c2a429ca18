"use client";

import { usePathname } from "next/navigation";
import { currentItem } from "@/components/shell/current-item";
import { LinkTabs } from "@/components/ui/link-tabs";

/** The sections of the settings, each a page of its own. */
const SECTIONS = [
  { href: "/settings", label: "Organisation" },
  { href: "/settings/people", label: "People" },
  { href: "/settings/profile", label: "Profile" },
  { href: "/settings/sessions", label: "Sessions" },
  { href: "/settings/tokens", label: "Tokens" },
] as const;

/** Where one is among the settings. */
export function SettingsTabs() {
  const current = currentItem(SECTIONS, usePathname());
  return (
    <LinkTabs
      label="Settings"
      tabs={SECTIONS.map((section) => ({ ...section, current: section === current }))}
    />
  );
}
