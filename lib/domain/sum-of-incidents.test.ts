import { describe, expect, it } from "vitest";
import { lognormal } from "./price";
import { priceOf, sumAtOnce } from "./sum-of-incidents";

const price = (times: number) => priceOf(lognormal({ low: 1_000, high: 1_000 * times }));

describe("what many incidents cost together (R7)", () => {
  it.each([1.5, 9, 100])("of one incident is that incident: high %d times low", (times) => {
    const one = price(times);
    for (const place of [-3, -1, 0, 1, 3]) {
      expect(sumAtOnce(one, 1, place) / Math.exp(one.mu + one.sigma * place)).toBeCloseTo(1, 9);
    }
  });
  it.each([1 + 1e-13, 1 + 1e-5, 1.01, 1.5, 3, 5, 9, 20, 45, 75, 100])(
    "at the same place more of them never cost less: high %d times low",
    (times) => {
      const one = price(times);
      for (let place = -6.4; place <= 6.4; place += 0.2) {
        let before = 0;
        for (let incidents = 1; incidents < 60_000; incidents = Math.ceil(incidents * 1.01)) {
          const sum = sumAtOnce(one, incidents, place);
          if (!(sum >= before)) expect.fail(`${incidents} at ${place}: ${sum} after ${before}`);
          before = sum;
        }
      }
    },
  );
});
