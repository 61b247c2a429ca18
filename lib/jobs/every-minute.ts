import { lifecycle } from "../config/lifecycle";
import { log } from "../config/log";
import { once } from "../config/once";
import { ageServices } from "./age-services";
import { purge } from "./purge";

const MINUTE_MS = 60_000;

/**
 * Starts what a process does every minute, and at once after its start, when there may be something to catch up with.
 * Every instance does it; the work itself is right with any number of them. A turn that is still under way is not
 * started again.
 */
export function startEveryMinute(): void {
  once("every-minute", () => {
    let busy = false;
    const turn = async () => {
      if (busy || lifecycle().draining) return;
      busy = true;
      try {
        await ageServices(new Date());
        await purge(new Date());
      } catch (error) {
        log().warn(
          { error: error instanceof Error ? error.message : String(error) },
          "the minute's work is put off",
        );
      } finally {
        busy = false;
      }
    };
    void turn();
    return setInterval(turn, MINUTE_MS).unref();
  });
}
