import { expect, it } from "vitest";
import { daysLater, NOON } from "../testing/factories";
import { aGap } from "../testing/waived-gap";
import { snapshotNow } from "./snapshot-at";
import { statesSince } from "./states-since";

it("states of a service are found once for whoever asks from when on; an earlier instant finds them anew", async () => {
  const { service, answer } = await aGap();
  await answer("partly", daysLater(1));
  await answer("yes", daysLater(2));
  const snapshot = await snapshotNow(daysLater(3));
  const then = snapshot.byId.get(service.id);
  if (!then) throw new Error("it is there");
  const of = async (from: Date) =>
    (await statesSince(then.service, snapshot, from)).map(({ state }) => state);
  const late = await of(daysLater(1));
  expect(late).toHaveLength(1);
  const all = await of(NOON);
  expect(all).toHaveLength(2);
  expect(all[1]).not.toBe(late[0]);
  expect((await of(daysLater(1)))[0]).toBe(all[1]);
  expect((await of(NOON))[0]).toBe(all[0]);
});
