import { afterEach, expect, it, vi } from "vitest";
import { changes } from "../db/changes/hub";
import { audience } from "../queries/events/audience";
import { aPerson } from "../testing/factories";
import { send, signedIn } from "../testing/http";
import { leaveStreams, openStream, untilHello } from "../testing/open-stream";

afterEach(leaveStreams);

it("a listener who comes while the database is away is told so, and nothing is left behind", async () => {
  const as = await signedIn(await aPerson());
  changes().close();
  vi.spyOn(changes(), "listen").mockRejectedValueOnce(new Error("Connection terminated unexpectedly"));
  expect(await send("listenEvents", { as })).toMatchObject({ status: 503 });
  vi.restoreAllMocks();
  expect(audience().hearers.size).toBe(0);
  const { events } = await openStream({ as });
  expect(await untilHello(events)).not.toBeNull();
});
