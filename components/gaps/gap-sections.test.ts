import { expect, it } from "vitest";
import { worthSection } from "./gap-sections";

it.each([
  ["live, priced", worthSection(true, true, true), "Live services"],
  ["nothing priced", worthSection(true, false, false), "Live services"],
  [
    "without a price among others",
    worthSection(false, false, true),
    "Services that are not live, without a price: by incidents",
  ],
  ["a day of work, priced", worthSection(true, true, true, true), "Live services"],
  [
    "a day of work, nothing priced",
    worthSection(true, false, false, true),
    "Live services: incidents, weighed by tier",
  ],
  [
    "a day of work, without a price among others",
    worthSection(true, false, true, true),
    "Live services, without a price: incidents, weighed by tier",
  ],
])("names a part of the list, %s", (_, said, title) => {
  expect(said).toBe(title);
});
