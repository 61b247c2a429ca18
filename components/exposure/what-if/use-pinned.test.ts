import { expect, it } from "vitest";
import { aWorthGap } from "../testing-exposure";
import { unlisted } from "./use-pinned";

it("gaps that are ticked and not listed are named; those ticked with their whole question are not", () => {
  const [listed, apart] = [aWorthGap({ service: "a" }), aWorthGap({ service: "b", live: false })];
  const whole = aWorthGap({ service: "c", question: "limits" });
  const question = listed.question;
  const ticks = [{ service: "a", question }, { service: "b", question }, { question: "limits" }];
  expect(unlisted([listed, apart, whole], [listed], ticks)).toEqual([apart]);
  expect(unlisted([listed, apart], [listed], [])).toEqual([]);
});
