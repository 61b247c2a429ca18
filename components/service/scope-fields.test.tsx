import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ScopeFields } from "./scope-fields";
import { emptyDraft, type QuestionScope } from "./service-draft";

const drawn = (questions: readonly QuestionScope[]) =>
  renderToStaticMarkup(
    <ScopeFields
      draft={{ ...emptyDraft("payments"), tier: 1, tags: [] }}
      onChange={() => {}}
      questions={questions}
      errors={{}}
      locks={{}}
    />,
  );
const textOf = (html: string) => html.replace(/<[^>]*>/g, "");
const forAll: QuestionScope = { upToTier: 4, tags: [], called: "Rehearse a restore" };

it("says how many questions will be asked, also when no tag decides about any", () => {
  expect(textOf(drawn([forAll]))).toContain("It will be asked 1 question");
  expect(drawn([forAll])).not.toContain("What it does");
  expect(drawn([])).not.toContain("asked-count");
});

it("names a switch by its tag, whatever that is written with", () => {
  const html = drawn([forAll, { upToTier: 4, tags: ['card "data" a b'], called: "Encrypt it" }]);
  const [, name = ""] = /role="switch"[^>]*aria-labelledby="([^"]+)"/.exec(html) ?? [];
  expect(name).toMatch(/^\S+$/);
  expect(html).toContain(`id="${name}"`);
  expect(html.match(/id="asked-count"/g)).toHaveLength(1);
});
