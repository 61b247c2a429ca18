import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/client/request";
import { aWorthGap } from "../testing-exposure";
import { partsOf, planInParts, plansOf, refusedGaps, setOf, without } from "./plan-fixes";

const gaps = ["a", "b", "c"].map((service) => aWorthGap({ service }));
const refusal = (errors: { field: string; message: string }[]) =>
  new ApiProblem({
    type: "about:blank",
    title: "",
    status: 422,
    code: "refused",
    detail: "No plan was changed.",
    requestId: "",
    errors,
  });

describe("fixes that are refused", () => {
  it("are named by their place, each once", () => {
    const found = refusedGaps(
      refusal([
        { field: "gaps.1", message: "You may not plan there." },
        { field: "gaps.1.set.owner", message: "Another." },
        { field: "set.owner", message: "Nobody." },
        { field: "gaps.9", message: "Not sent." },
      ]),
      gaps,
    );
    expect(found).toEqual([{ gap: gaps[1], why: "You may not plan there." }]);
    expect(without(gaps, found)).toEqual([gaps[0], gaps[2]]);
  });
  it("are none when the server cannot be reached", () => {
    expect(refusedGaps(new TypeError("failed to fetch"), gaps)).toEqual([]);
  });
});

it("sets only what was filled in, so that the rest of each plan stays", () => {
  expect(setOf({ owner: "", dueOn: "2026-12-01" })).toEqual({ dueOn: "2026-12-01" });
  expect(setOf({ owner: "p", dueOn: "" })).toEqual({ owner: "p" });
});

describe("many fixes", () => {
  it("are planned in parts of what one request takes, none left out", () => {
    const all = Array.from({ length: 1_001 }, (_, number) => number);
    const parts = partsOf(all);
    expect(parts.map(({ length }) => length)).toEqual([500, 500, 1]);
    expect(parts.flat()).toEqual(all);
    expect(partsOf([])).toEqual([]);
  });
  it("stay planned up to the part that is refused; nothing is sent after it", async () => {
    const all = Array.from({ length: 1_200 }, (_, number) => number);
    const [sent, planned]: [number[], number[]] = [[], []];
    const refused = new TypeError("failed to fetch");
    const post = async (part: readonly number[]) => {
      sent.push(part.length);
      if (part.includes(700)) throw refused;
    };
    const failed = await planInParts(all, post, (part) => planned.push(...part));
    expect(failed).toEqual({ part: all.slice(500, 1_000), error: refused });
    expect(planned).toEqual(all.slice(0, 500));
    expect(sent).toEqual([500, 500]);
    const each = async () => null;
    expect(await planInParts(all.slice(0, 501), each, () => undefined)).toBeNull();
  });
  it("have the common owner and day, or their own; one of which nothing is said is left as it is", () => {
    const own = { "a/restore-rehearsed": { dueOn: "2027-02-01" }, "b/restore-rehearsed": { owner: "" } };
    const plans = plansOf(gaps, { owner: "p", dueOn: "" }, own);
    expect(plans.map(({ gap, set }) => [gap.service, set])).toEqual([
      ["a", { owner: "p", dueOn: "2027-02-01" }],
      ["c", { owner: "p" }],
    ]);
  });
});
