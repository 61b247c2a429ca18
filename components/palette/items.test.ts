import { describe, expect, it } from "vitest";
import type { Hit } from "@/lib/contracts/search";
import { type Around, readTyped, sectionsOf, stillFound } from "./items";

const AROUND: Around = {
  path: "/gaps",
  search: "",
  today: "2026-12-01",
  may: ["/services/new", "/launches/new"],
  recent: [],
};
const service = (slug: string, name: string, score: number): Hit => ({
  kind: "service",
  ...{ score, service: slug, name, teamName: "Payments", lifecycle: "live", standing: "working" },
});
const CHECKOUT = service("checkout", "Checkout", 1.4);
const LEDGER = service("ledger", "Ledger", 1);

const shown = (typed: string, hits: Hit[] = [], around: Partial<Around> = {}) =>
  sectionsOf(typed, hits, { ...AROUND, ...around }).flatMap(({ items }) => items);
const names = (...args: Parameters<typeof shown>) => shown(...args).map(({ name }) => name);

describe("the palette", () => {
  it.each<[typed: string, first: string, href: string]>([
    ["services", "Services", "/services"],
    ["serivces", "Services", "/services"],
    ["prices", "Prices and rates", "/exposure/model"],
    ["my fixes", "Gaps that I own", "/gaps?owner=me&sort=due"],
    ["new service", "New service", "/services/new"],
    ["theme: dark", "Theme: dark", ""],
    ["dark", "Theme: dark", ""],
    ["sign out", "Sign out", ""],
    ["log out", "Sign out", ""],
    ["as of 1 October", "As of 1 October 2026", "/?asOf=2026-10-01"],
  ])("knows pages and actions without a request: %s", (typed, first, href) => {
    expect(shown(typed)[0]).toMatchObject({ name: first, href });
  });

  it("shows the page that one is on as it was, with what narrows it", () => {
    const here = { path: "/exposure", search: "?team=payments" };
    expect(shown("yesterday", [], here)[0]?.href).toBe("/exposure?team=payments&asOf=2026-11-30");
    expect(shown("yesterday", [], { path: "/services/new" })[0]?.href).toBe("/?asOf=2026-11-30");
  });

  it("offers what one may begin only where one may", () => {
    expect(names("import")).not.toContain("Import");
    expect(names("import", [], { may: ["/import"] })).toContain("Import");
    expect(names("new team")).not.toContain("New team");
  });

  it("puts what can be done with a service below it", () => {
    expect(names("checkout", [CHECKOUT])).toEqual(["Checkout", "Assess Checkout"]);
  });

  it("asks the server for the service of an action, and shows the action alone", () => {
    expect(readTyped(" Assess check out ")).toMatchObject({ verb: { word: "assess" }, words: "check out" });
    expect(readTyped("assess")).toEqual({ verb: null, words: "assess" });
    expect(shown("assess checkout", [CHECKOUT])).toMatchObject([
      { name: "Assess Checkout", href: "/services/checkout/assess" },
    ]);
  });

  it("reads an action as it is called, and finds what is called like one", () => {
    expect(readTyped("History of checkout").words).toBe("checkout");
    const history = service("history-service", "History service", 0.9);
    expect(names("history service", [history])).toEqual(["History service", "History of History service"]);
    expect(names("history of checkout", [CHECKOUT])).toEqual(["History of Checkout"]);
  });

  it("looks for signs alone too", () => {
    expect(names("🚀", [])).toEqual([]);
    expect(names("🚀", [service("rocket", "Team 🚀", 0.4)])[0]).toBe("Team 🚀");
  });

  it("puts what was picked lately before what is found as well", () => {
    const hits = [service("a", "Mailer A", 1), service("b", "Mailer B", 1)];
    expect(names("mailer", hits)[0]).toBe("Mailer A");
    const [, picked] = shown("mailer", hits).filter(({ kind }) => kind === "Service");
    expect(names("mailer", hits, { recent: picked ? [picked] : [] })[0]).toBe("Mailer B");
  });

  it("shows what was picked and what is likely while nothing is typed, with what can be done here", () => {
    const [pick] = shown("ledger", [LEDGER]);
    const idle = sectionsOf(" ", [], {
      ...AROUND,
      path: "/services/checkout",
      recent: pick ? [pick] : [],
    });
    expect(idle.map(({ title }) => title)).toEqual(["Lately", "Likely here"]);
    expect(idle[0]?.items[0]?.name).toBe("Ledger");
    expect(idle[1]?.items[0]?.href).toBe("/services/checkout/assess");
  });

  it("keeps of an earlier answer what is found still, until the new one is there", () => {
    expect(stillFound([CHECKOUT, LEDGER], "ledg")).toEqual([LEDGER]);
    expect(stillFound([CHECKOUT, LEDGER], "assess check")).toEqual([CHECKOUT]);
  });

  it.each<[Hit, string]>([
    [{ kind: "team", score: 1, team: "pay", name: "Pay", services: 2 }, "/teams/pay"],
    [{ kind: "question", score: 1, question: "k", title: "T", area: "traffic", open: 0 }, "/gaps?question=k"],
    [
      { kind: "gap", score: 1, question: "k", title: "T", service: "s", serviceName: "S", verdict: "no" },
      "/services/s/assess#k",
    ],
    [
      { kind: "launch", score: 1, launch: "l", title: "L", targetDate: "2026-12-24", state: "open" },
      "/launches/l",
    ],
    [
      { kind: "person", score: 1, person: "p", name: "P", email: "p@example.com", disabled: false },
      "/settings/people/p",
    ],
  ])("leads to what was found", (hit, href) => {
    expect(shown("zzzz", [hit])[0]?.href).toBe(href);
  });
});
