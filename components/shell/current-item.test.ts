import { expect, it } from "vitest";
import { currentItem } from "./current-item";

const items = [
  { href: "/", label: "Portfolio" },
  { href: "/services", label: "Services" },
  { href: "/gaps", label: "Gaps" },
  { href: "/changes", label: "Changes" },
  { href: "/services/archive", label: "Archive" },
];

it.each([
  ["/", "Portfolio"],
  ["/changes", "Changes"],
  ["/waivers", "Gaps"],
  ["/services", "Services"],
  ["/services/checkout/assess", "Services"],
  ["/services/archive/2025", "Archive"],
  ["/services-old", undefined],
  ["/settings", undefined],
])("%s belongs to %s", (path, label) => {
  expect(currentItem(items, path)?.label).toBe(label);
});
