import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { EarlyPress, PageLive } from "@/components/shell/early-press";
import { SkipLink } from "@/components/ui/skip-link";
import { ToastRegion } from "@/components/ui/toast-region";
import { Providers } from "@/lib/client/providers";
import { parseTheme, THEME_COOKIE } from "@/lib/domain/theme";
import { fontVariables } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Plumbline", template: "%s · Plumbline" },
  description:
    "Which services a business can rely on, what the rest costs, and who decided to launch anyway.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

/** Every page is dynamic, because the nonce of its Content-Security-Policy is new for every request. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      className={fontVariables}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <EarlyPress nonce={nonce} />
        <CSPProvider nonce={nonce}>
          <SkipLink />
          <Providers>{children}</Providers>
          <ToastRegion />
          <PageLive />
        </CSPProvider>
      </body>
    </html>
  );
}
