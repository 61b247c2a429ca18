import { describe, expect, it } from "vitest";
import { goOf, roleOf } from "../../testing/launch-states";
import { type Overruling, overrulingRefusal } from "./overruling";

const overruling = (some: Partial<Overruling> = {}): Overruling => ({
  person: "ana",
  byPerson: true,
  executive: true,
  role: "security",
  signOff: { decision: "no_go", overruled: null },
  inForce: true,
  roles: [roleOf("engineering", "jonas"), roleOf("security", "li")],
  blockersOpen: false,
  ...some,
});

describe("L6: overruling", () => {
  it.each<[string, Overruling, ReturnType<typeof overrulingRefusal>]>([
    ["an executive who signs nothing", overruling(), null],
    ["an executive who signs as such", overruling({ roles: [roleOf("executive", "ana")] }), null],
    ["without the right", overruling({ executive: false }), "forbidden"],
    ["by a token", overruling({ byPerson: false }), "forbidden"],
    ["who signs another role", overruling({ roles: [roleOf("product", "ana")] }), "forbidden"],
    [
      "who is the deputy of one",
      overruling({ roles: [{ ...roleOf("product", "li"), deputy: "ana" }] }),
      "forbidden",
    ],
    [
      "who signed one and was replaced",
      overruling({ roles: [roleOf("product", "li", goOf("ana"))] }),
      "forbidden",
    ],
    ["who said no themselves", overruling({ roles: [roleOf("security", "ana")] }), "forbidden"],
    ["a no_go of the executive", overruling({ role: "executive" }), "forbidden"],
    ["one that was superseded", overruling({ inForce: false }), "superseded"],
    ["a go", overruling({ signOff: { decision: "go", overruled: null } }), "superseded"],
    [
      "one that is overruled",
      overruling({ signOff: { decision: "no_go", overruled: { person: "eva", upToDate: true } } }),
      "already_overruled",
    ],
    [
      "one whose overruling is out of date",
      overruling({ signOff: { decision: "no_go", overruled: { person: "ana", upToDate: false } } }),
      null,
    ],
    ["with a blocker undisposed", overruling({ blockersOpen: true }), "blockers_open"],
  ])("%s", (_, facts, expected) => {
    expect(overrulingRefusal(facts)).toBe(expected);
  });
});
