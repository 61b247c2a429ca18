import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { Page } from "@/components/ui/page";

/** The frame of the settings: one column, its sections above it. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <Page>
      <div className="mx-auto max-w-240">
        <SettingsTabs />
        <div className="mt-6">{children}</div>
      </div>
    </Page>
  );
}
