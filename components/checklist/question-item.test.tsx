import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { questions } from "@/prisma/checklists/production-readiness/concurrency";
import { QuestionItem } from "./question-item";
import { numbered } from "./sums";

const html = numbered(questions).map((question) =>
  renderToStaticMarkup(
    <QuestionItem
      question={{
        ...question,
        title: question.title ?? "",
        meaning: 1,
        tags: [...question.tags],
        costs: [...question.costs],
      }}
    />,
  ),
);

it("can be linked to, and holds everything that is behind the question", () => {
  const [, payment] = html;
  expect(payment).toContain('<li id="payment-taken-once"');
  for (const words of [
    "1.2",
    "critical",
    "weight 5 · tiers 1–3",
    "payments",
    "Every payment taken once",
    "usually in 4 days",
    "90 days",
  ]) {
    expect(payment).toContain(words);
  }
  expect(payment).toContain("retries and double clicks come daily");
});

it("is closed on the screen and open on paper, by the style sheet alone", () => {
  for (const each of html) {
    expect(each).not.toContain("<details open");
    expect(each).toContain("print:details-content:[content-visibility:visible]");
  }
});
