import { describe, expect, it } from "vitest";
import { plainText } from "@/components/figure/linked-words";
import type { Notification } from "@/lib/contracts/notifications";
import {
  notificationDue,
  notificationHref,
  notificationPlace,
  notificationText,
  waitingSentence,
} from "./notification-words";
import { waitingWords } from "./waiting-words";

const TODAY = "2026-11-30";
const item = (some: Partial<Notification>): Notification => ({
  ...{ id: "x", kind: "sign", launch: { id: "l1", title: "Checkout 3" }, service: null, question: null },
  ...{ role: null, waiver: null, since: null, dueOn: "2026-12-09", late: false },
  ...some,
});
const gap = {
  launch: null,
  service: { slug: "checkout", name: "Checkout" },
  question: { key: "restore", title: "Restore rehearsed and timed" },
};

describe("what waits, in words", () => {
  it.each<[Partial<Notification>, string, string | null, string]>([
    [{ kind: "sign", role: "security" }, "Sign for security", "by 9 December", "/launches/l1#sign-off"],
    [
      { kind: "sign_again", role: "product" },
      "Sign again for product: the go is out of date",
      "by 9 December",
      "/launches/l1#sign-off",
    ],
    [
      { kind: "look_again", role: "security", dueOn: TODAY },
      "Look again at your no-go for security",
      "today",
      "/launches/l1#sign-off",
    ],
    [
      { kind: "look_again", role: "security", dueOn: "2026-11-28", late: true },
      "Look again at your no-go for security",
      "since 28 November",
      "/launches/l1#sign-off",
    ],
    [
      { ...gap, kind: "decide_waiver", waiver: "w1", dueOn: null },
      "Decide on the waiver for “Restore rehearsed and timed”",
      null,
      "/waivers?state=requested#w1",
    ],
    [
      { ...gap, kind: "condition", dueOn: TODAY },
      "Finish “Restore rehearsed and timed”",
      "today",
      "/services/checkout/assess#restore",
    ],
    [
      { ...gap, kind: "gap", dueOn: "2025-12-03", late: true },
      "Finish “Restore rehearsed and timed”",
      "late since 3 December 2025",
      "/services/checkout/assess#restore",
    ],
    [
      { kind: "name_signer", role: "reliability" },
      "Name who signs for reliability",
      "by 9 December",
      "/launches/l1#sign-off",
    ],
    [
      { kind: "close", dueOn: "2026-11-27", late: true },
      "Record how it went",
      "planned for 27 November",
      "/launches/l1",
    ],
    [
      { kind: "review", dueOn: "2026-12-04" },
      "Write the review: it was launched without a go",
      "by 4 December",
      "/launches/l1",
    ],
  ])("%o", (some, text, due, href) => {
    const one = item(some);
    expect(notificationText(one)).toBe(text);
    expect(notificationDue(one, TODAY)).toBe(due);
    expect(notificationHref(one)).toBe(href);
  });

  it("says where: the launch, and the service where one is meant", () => {
    expect(notificationPlace(item({}))).toEqual(["Checkout 3"]);
    expect(notificationPlace(item(gap))).toEqual(["Checkout"]);
    expect(notificationPlace(item({ ...gap, launch: { id: "l1", title: "Checkout 3" } }))).toEqual([
      "Checkout 3",
      "Checkout",
    ]);
  });

  it.each([
    [0, 0, "Nothing waits for you."],
    [1, 0, "1 thing waits for you."],
    [1, 1, "1 thing waits for you, and is late."],
    [3, 1, "3 things wait for you, 1 of them late."],
    [3, 3, "3 things wait for you, all of them late."],
  ])("%i, %i of them late: %s", (total, late, words) => {
    expect(plainText(waitingSentence({ total, late }))).toBe(words);
  });

  it("is counted for those who listen", () => {
    expect([undefined, 0, 1, 3, 1204].map(waitingWords)).toEqual([
      "What waits for you",
      "Nothing waits for you",
      "1 thing waits for you",
      "3 things wait for you",
      "1,204 things wait for you",
    ]);
  });
});
