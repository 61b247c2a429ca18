/** Runs once when the process starts: configuration is checked before the first request, not by it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { start } = await import("./lib/jobs/start");
  await start();
}
