/** What a person chose; `system` follows the device and is stored as no cookie at all. */
export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "plumbline-theme";
const ONE_YEAR_SECONDS = 31_536_000;

/** Reads the cookie's value; anything unknown means `system`. */
export function parseTheme(value: string | null | undefined): Theme {
  return value === "light" || value === "dark" ? value : "system";
}

/** The string for document.cookie that keeps the choice for a year, or takes it away for `system`. */
export function themeCookie(theme: Theme, secure: boolean): string {
  const age = theme === "system" ? 0 : ONE_YEAR_SECONDS;
  return `${THEME_COOKIE}=${theme}; Path=/; Max-Age=${age}; SameSite=Lax${secure ? "; Secure" : ""}`;
}
