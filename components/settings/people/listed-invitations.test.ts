import { expect, it } from "vitest";
import type { Invitation } from "@/lib/contracts/people";
import { listedInvitations } from "./listed-invitations";

const invitation = (id: string, email: string, state: Invitation["state"]) =>
  ({ id, email, state }) as Invitation;

it("lists open invitations, then expired ones, and leaves out what was accepted, taken back or made anew", () => {
  const items = [
    invitation("7", "mia@x.de", "expired"),
    invitation("6", "ana@x.de", "open"),
    invitation("5", "ana@x.de", "expired"),
    invitation("4", "bo@x.de", "accepted"),
    invitation("3", "bo@x.de", "expired"),
    invitation("2", "kim@x.de", "open"),
    invitation("1", "lee@x.de", "revoked"),
  ];
  expect(listedInvitations(items).map(({ id }) => id)).toEqual(["6", "2", "7"]);
});
