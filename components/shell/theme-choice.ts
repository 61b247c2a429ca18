import { type Theme, themeCookie } from "@/lib/domain/theme";

export const THEME_NAME: Record<Theme, string> = { light: "Light", dark: "Dark", system: "As this device" };

/** Puts the theme on <html> at once and keeps it for the next page. */
export function chooseTheme(theme: Theme): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it; cookieStore is not everywhere yet
  document.cookie = themeCookie(theme, window.location.protocol === "https:");
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
