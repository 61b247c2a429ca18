import { expect, it } from "vitest";
import { importRow } from "@/lib/domain/import-rows";
import { teamChoices } from "./team-choices";

it("offers the teams that are there, told apart by short name where names repeat, and the new ones of the file", () => {
  const row = (key: string, action: "create" | "same" | "error", kind: "team" | "service" = "team") =>
    importRow({ key, line: 1, kind, name: key.split(/[:/]/).at(-1) ?? "", action });
  const known = [
    { slug: "payments", name: "Payments" },
    { slug: "payments-2", name: "payments" },
    { slug: "search", name: "Search" },
  ];
  const rows = [
    row("group:default/ledger", "create"),
    row("group:default/payments", "same"),
    row("group:default/broken", "error"),
    row("component:default/checkout", "create", "service"),
  ];
  expect(teamChoices(known, rows)).toEqual([
    { value: "payments", label: "Payments (payments)" },
    { value: "payments-2", label: "payments (payments-2)" },
    { value: "search", label: "Search" },
    { value: "group:default/ledger", label: "ledger (new)" },
  ]);
});
