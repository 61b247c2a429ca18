import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { servicePage } from "@/components/addresses/pages";
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

describe("what changed over the time that the trend shows", () => {
  const gap = (question: string, at: string, cause: "answer" | "ageing") =>
    ({
      question,
      title: `Do ${question}`,
      text: `About ${question}.`,
      at,
      cause,
    }) as Changes["gaps"]["opened"][number];
  const html = (opened: Changes["gaps"]["opened"], closed: Changes["gaps"]["closed"], asOf: string | null) =>
    renderToStaticMarkup(
      <ChangedCard
        service="checkout"
        changes={
          {
            since: "2026-09-20T22:00:00.000Z",
            gaps: { opened, closed },
            total: { opened: opened.length, closed: closed.length, services: 0 },
          } as unknown as Changes
        }
        query={{ ...servicePage.none, asOf: asOf ?? "" }}
        timeZone={BERLIN}
      />,
    );

  it("is told with when and why, newest first, each leading to its question", () => {
    const old = gap("old", "2026-10-01T10:00:00Z", "answer");
    const html1 = html([old, gap("new", "2026-10-09T10:00:00Z", "ageing")], [], null);
    expect(html1).toContain('<b class="text-ink">0 gaps</b> closed, <b class="text-ink">2</b> opened');
    expect(html1).toContain("Do new<");
    expect(html1.indexOf("Do new<")).toBeLessThan(html1.indexOf("Do old<"));
    expect(html1).toContain("9 October 2026 · an answer went stale");
    expect(html1).toContain("/services/checkout/assess#new");
    expect(html1).toContain("since 21 September 2026");
  });

  it("of the past, leads to the answers of then and to the changes until then", () => {
    const past = html([], [gap("fixed", "2026-10-01T10:00:00Z", "answer")], "2026-10-20");
    expect(past).toContain('href="#fixed"');
    expect(past).toContain("until=2026-10-20");
  });

  it("says so when nothing did", () => {
    expect(html([], [], null)).toContain("No gap opened or closed.");
  });
});
