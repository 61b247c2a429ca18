import { describe, expect, it } from "vitest";
import { ApiProblem } from "@/lib/client/request";
import { aWorthGap } from "../testing-exposure";
import { refusedGaps, setOf, without } from "./plan-fixes";

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
