import { describe, expect, it } from "vitest";
import { Semaphore } from "./semaphore";

describe("places", () => {
  it("are as many as there are, and go to who waits longest", async () => {
    const places = new Semaphore(2);
    const first = await places.take(0);
    await places.take(0);
    const order: string[] = [];
    const third = places.take(60_000).then((give) => {
      order.push("third");
      return give;
    });
    const fourth = places.take(60_000).then(() => order.push("fourth"));
    expect([places.taken, places.waiting]).toEqual([2, 2]);
    first?.();
    first?.();
    const give = await third;
    expect([order, places.taken, places.waiting]).toEqual([["third"], 2, 1]);
    give?.();
    await fourth;
    expect(order).toEqual(["third", "fourth"]);
  });

  it("who waited in vain is told so, and takes nobody's turn", async () => {
    const places = new Semaphore(1);
    const give = await places.take(0);
    const patient = places.take(60_000);
    expect(await places.take(1)).toBeNull();
    expect(places.waiting).toBe(1);
    give?.();
    (await patient)?.();
    expect([places.taken, places.waiting]).toEqual([0, 0]);
  });
});
