import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { servicePage } from "@/components/addresses/pages";
import type { Entry } from "@/lib/contracts/answers";
import type { Changes } from "@/lib/contracts/changes";
import type { AssessedQuestion } from "@/lib/contracts/scorecard";
import { AnswersThen } from "./answers-then";
import { ChangedCard } from "./changed-card";
import { NotThereYet } from "./not-there-yet";
import { PastBanner } from "./past-banner";

const BERLIN = "Europe/Berlin";

describe("over a page of the past", () => {
  it.each([
    ["2026-10-20", "at the end of 20 October 2026"],
    ["2026-10-20T10:15:00Z", "on 20 October 2026, 12:15"],
  ])("as of %s stands %s, with the way back and to what changed since", (asOf, words) => {
    const html = renderToStaticMarkup(
      <PastBanner
        what="Checkout"
        asOf={asOf}
        now="/services/checkout"
        choice={{ service: "checkout" }}
        timeZone={BERLIN}
      />,
    );
    expect(html).toContain(words);
    expect(html).toContain('href="/services/checkout"');
    expect(html).toContain(`/changes?since=${encodeURIComponent(asOf)}&amp;service=checkout`);
  });

  it("before its first day stands when that was, in the organisation's time zone", () => {
    const service = { slug: "checkout", name: "Checkout", createdAt: "2026-05-02T22:30:00Z" };
    const html = renderToStaticMarkup(<NotThereYet service={service} asOf="2026-04-01" timeZone={BERLIN} />);
    expect(html).toContain("was not there yet at the end of 1 April 2026");
    expect(html).toContain("It was created on 3 May 2026");
    expect(html).toContain("/services/checkout?asOf=2026-05-03");
  });
});

describe("the answers of then", () => {
  const question = (more: Partial<AssessedQuestion>) =>
    ({
      key: "load-tested",
      area: "traffic",
      number: "5.1",
      text: "Load is tested.",
      verdict: "yes",
      effectiveVerdict: "yes",
      stale: false,
      reason: "",
      evidence: [],
      savedBy: null,
      savedAt: null,
      origin: null,
      ...more,
    }) as unknown as AssessedQuestion;
  const html = (more: Partial<AssessedQuestion>) =>
    renderToStaticMarkup(<AnswersThen questions={[question(more)]} timeZone={BERLIN} />);

  it("can be reached by their question, and say who answered, when, why and what shows it", () => {
    const answered = html({
      reason: "Twice the peak of May.",
      evidence: [{ label: "run", url: "https://ci.example.com/7" }],
      savedBy: { id: "00000000-0000-4000-8000-000000000001", name: "Li Wen" },
      savedAt: "2026-06-01T23:00:00Z",
    });
    for (const text of [
      'id="load-tested"',
      "5.1 Yes",
      "Li Wen",
      "2 June 2026",
      "Twice the peak of May.",
      "https://ci.example.com/7",
    ])
      expect(answered).toContain(text);
    expect(answered).not.toContain("stale");
  });

  it("say what was given where it was stale, and that nobody had answered", () => {
    expect(html({ stale: true, verdict: "partly", effectiveVerdict: "unclear" })).toContain(
      "5.1 Partly, stale: counted as unclear",
    );
    expect(html({ verdict: "unanswered", effectiveVerdict: "unanswered" })).toContain("5.1 Unanswered");
  });
});

describe("what changed", () => {
  const gap = (question: string, at: string, cause: "answer" | "ageing" | "facts") =>
    ({
      question,
      title: `Do ${question}`,
      text: `About ${question}.`,
      at,
      cause,
    }) as Changes["gaps"]["opened"][number];
  const entry = (question: string, at: string) =>
    ({
      ...{ id: question, question, at, savedAt: at, kind: "save", from: "no", to: "yes", reason: "Done." },
      by: { id: "00000000-0000-4000-8000-000000000001", name: "Li Wen" },
      ...{ evidence: [], source: "person", origin: null, version: 2 },
    }) as unknown as Entry;
  const html = (
    opened: Changes["gaps"]["opened"],
    closed: Changes["gaps"]["closed"],
    { asOf = "", entries = [] }: { asOf?: string; entries?: readonly Entry[] } = {},
  ) =>
    renderToStaticMarkup(
      <ChangedCard
        card={{
          service: { slug: "checkout" },
          questions: [{ key: "fixed", title: "Do fixed" }] as unknown as AssessedQuestion[],
        }}
        history={{ entries: [...entries], waivers: [] }}
        changes={
          {
            since: "2026-09-20T22:00:00.000Z",
            gaps: { opened, closed },
            total: { opened: opened.length, closed: closed.length, services: 0 },
          } as unknown as Changes
        }
        query={{ ...servicePage.none, asOf }}
        timeZone={BERLIN}
      />,
    );

  it("is one list, newest first: answers and what opened without one, each leading to its question", () => {
    const page = html(
      [gap("late", "2026-10-09T10:00:00Z", "ageing")],
      [gap("fixed", "2026-10-01T10:00:00Z", "answer")],
      { entries: [entry("fixed", "2026-10-01T10:00:00Z")] },
    );
    expect(page).toContain('<b class="text-ink">1 gap</b> closed, <b class="text-ink">1</b> opened');
    expect(page).toContain("since 21 September 2026");
    expect(page.match(/Do fixed</g)).toHaveLength(1);
    expect(page.indexOf("Do late<")).toBeLessThan(page.indexOf("Do fixed<"));
    expect(page).toContain("Because an answer went stale.");
    expect(page).toContain("/services/checkout/assess#late");
    expect(page).toContain("/services/checkout/history");
  });

  it("tells many gaps of one day and one reason in one line", () => {
    const many = ["a", "b", "c", "d"].map((each) => gap(each, "2026-10-09T10:00:00Z", "facts"));
    const page = html(many.slice(0, 1), many.slice(1));
    expect(page).toContain("1 gap opened, 3 gaps closed");
    expect(page).not.toContain("Do a<");
    expect(page.match(/its tier, tags or lifecycle changed/g)).toHaveLength(1);
  });

  it("ends after six lines", () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) =>
      gap(`day-${day}`, `2026-10-0${day}T10:00:00Z`, "ageing"),
    );
    const page = html(days, []);
    expect(page.match(/<li/g)).toHaveLength(6);
    expect(page).not.toContain("Do day-3<");
  });

  it("of the past, leads to the answers of then and to the changes until then", () => {
    const past = html([gap("late", "2026-10-01T10:00:00Z", "ageing")], [], { asOf: "2026-10-20" });
    expect(past).toContain('href="#late"');
    expect(past).toContain("until=2026-10-20");
  });

  it("says so when nothing did", () => {
    expect(html([], [])).toContain("No gap opened or closed since 21 September 2026.");
  });
});
