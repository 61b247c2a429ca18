"use client";

import { useSyncExternalStore } from "react";
import { MenuChoice, MenuLabel } from "@/components/ui/menu-item";
import { parseTheme, THEMES, type Theme, themeCookie } from "@/lib/domain/theme";

const NAME: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As this device" };

/** Puts the theme on <html> at once and keeps it for the next page. */
function choose(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it; cookieStore is not everywhere yet
  document.cookie = themeCookie(theme, window.location.protocol === "https:");
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}
const read = () => parseTheme(document.documentElement.dataset.theme);

/** Light, dark or as the device says: three choices inside a Menu. */
export function ThemeToggle() {
  const now = useSyncExternalStore(subscribe, read, () => "system" as const);
  return (
    <>
      <MenuLabel>Appearance</MenuLabel>
      {THEMES.map((theme) => (
        <MenuChoice key={theme} checked={theme === now} onSelect={() => choose(theme)}>
          {NAME[theme]}
        </MenuChoice>
      ))}
    </>
  );
}
