import { expect, it } from "vitest";
import { carrySearch } from "./carry-search";

it.each([
  ["/services?tier=1", "pay", "", "/services?q=pay&tier=1"],
  ["/services?q=old&tier=1&cursor=abc", " new ", "old", "/services?q=new&tier=1"],
  ["/services?q=old&tier=1", "", "old", "/services?tier=1"],
  ["/?q=old#heat", "", "old", "/#heat"],
  ["/", "naïve & 🧾", "", "/?q=na%C3%AFve+%26+%F0%9F%A7%BE"],
])("takes what was typed along: %s with %j instead of %j leads to %s", (href, typed, sent, expected) => {
  expect(carrySearch(href, typed, sent)).toBe(expected);
});

it("leaves a link alone while nothing else stands in the field than the page was made for", () => {
  expect(carrySearch("/services?q=pay&tier=1", "pay ", "pay")).toBeNull();
});
