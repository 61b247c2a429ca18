/**
 * Who is signed in in this browser now, which another tab may have changed.
 * @returns the person's id; null when nobody is; undefined when it cannot be told
 */
export async function whoIsHere(): Promise<string | null | undefined> {
  try {
    const response = await fetch("/api/auth/session", {
      credentials: "same-origin",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) return undefined;
    const session = (await response.json()) as { user?: { id?: string } } | null;
    return session?.user?.id ?? null;
  } catch {
    return undefined;
  }
}
