"use client";

import { ProblemActions, ProblemPage } from "@/components/ui/problem-page";
import { parseTheme, THEME_COOKIE } from "@/lib/domain/theme";
import { errorReference } from "./error-reference";
import { fontVariables } from "./fonts";
import "./globals.css";

/** The chosen theme; on the server nothing is known, and the system decides. */
function themeOfCookie(): "light" | "dark" | undefined {
  if (typeof document === "undefined") return undefined;
  const value = document.cookie.match(new RegExp(`(?:^|; )${THEME_COOKIE}=(\\w+)`))?.[1];
  const theme = parseTheme(value);
  return theme === "system" ? undefined : theme;
}

/** The last resort, when even the frame of the pages could not be made. It brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={fontVariables} data-theme={themeOfCookie()} suppressHydrationWarning>
      <body>
        <title>Something went wrong · Plumbline</title>
        <ProblemPage
          kicker="Something went wrong"
          title="Plumbline could not show anything at all."
          reference={errorReference(error)}
          actions={
            <ProblemActions
              actions={[
                { label: "Try again", onClick: retry },
                { label: "Start again", onClick: () => window.location.assign("/") },
              ]}
            />
          }
        >
          <p>Everything that was marked as saved is kept; only showing it failed.</p>
          <p>If trying again does not help, wait a minute: a restart or an update may be under way.</p>
        </ProblemPage>
      </body>
    </html>
  );
}
