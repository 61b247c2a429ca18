import { describe, expect, it } from "vitest";
import type { QuestionDraft } from "@/lib/contracts/checklists";
import {
  byArea,
  errorsByQuestion,
  sameQuestions,
  settled,
  withBack,
  withChange,
  withMove,
  withNew,
} from "./draft-state";
import { parseStoredDraft, storageKey } from "./stored-draft";

const none = new Set<string>();
const list = (...texts: string[]) =>
  texts.reduce<QuestionDraft[]>((all, text) => withNew(all, "traffic", text, none).questions, []);
const keys = (questions: readonly QuestionDraft[]) => questions.map((question) => question.key);

describe("editing a list of questions", () => {
  it("gives a new question a key of its own from its words, also beside retired ones", () => {
    expect(withNew([], "traffic", " Retries wait. ", none)).toMatchObject({
      key: "retries-wait",
      questions: [{ text: "Retries wait.", area: "traffic", meaning: 1, costs: [] }],
    });
    expect(withNew(list("Retries wait."), "rollback", "Retries wait!", none).key).toBe("retries-wait-2");
    expect(withNew([], "traffic", "Retries wait.", new Set(["retries-wait"])).key).toBe("retries-wait-2");
    expect(withNew([], "traffic", "🚀", none).key).toBe("question");
    expect(withNew([], "traffic", "word ".repeat(40), none).key.length).toBeLessThanOrEqual(60);
  });

  it("moves a question among those of its area, and no further", () => {
    const [a, b, c] = list("a", "b", "c") as [QuestionDraft, QuestionDraft, QuestionDraft];
    const other = { ...b, area: "rollback" as const };
    expect(withMove([a, other, c], "c", -1)).toMatchObject({ questions: [c, other, a], place: 1, of: 2 });
    expect(withMove([a, b, c], "a", -1)).toBeNull();
    expect(withMove([a, b, c], "c", 1)).toBeNull();
    expect(withMove([a], "z", 1)).toBeNull();
  });

  it("brings a retired question back to where it was, also beside questions that moved meanwhile", () => {
    const [a, b, c] = list("a", "b", "c") as [QuestionDraft, QuestionDraft, QuestionDraft];
    expect(keys(withBack([a, c], [a, b, c], b))).toEqual(["a", "b", "c"]);
    expect(keys(withBack([b, c], [a, b, c], a))).toEqual(["a", "b", "c"]);
    expect(keys(withBack([c, a], [a, b, c], b))).toEqual(["c", "a", "b"]);
    expect(keys(withBack([], [a, b, c], b))).toEqual(["b"]);
    const other = { ...c, area: "rollback" as const };
    expect(keys(byArea(withBack([other], [a, other], a)))).toEqual(["a", "c"]);
  });

  it("keeps the ten areas in their order, and the order of costs out of what differs", () => {
    const [a, b] = list("a", "b") as [QuestionDraft, QuestionDraft];
    expect(keys(byArea([a, { ...b, area: "concurrency" }]))).toEqual(["b", "a"]);
    const costs = [
      { cost: "data_loss" as const, incidentsPerYear: 1, because: "" },
      { cost: "emergency_fixes" as const, incidentsPerYear: 2, because: "" },
    ];
    expect(sameQuestions([{ ...a, costs }], [{ ...a, costs: [...costs].reverse() }])).toBe(true);
    expect(sameQuestions([a], withChange([a], "a", { weight: 5 }))).toBe(false);
    expect(sameQuestions([a, b], [b, a])).toBe(false);
    expect(JSON.stringify(settled(Object.fromEntries(Object.entries(a).reverse()) as QuestionDraft))).toBe(
      JSON.stringify(a),
    );
  });

  it("brings what was refused back to its question", () => {
    const errors = {
      "questions.1.weight": "no",
      "questions.1.costs.0.because": "long",
      "questions.7.key": "gone",
      note: "n",
    };
    expect(errorsByQuestion(list("a", "b"), errors)).toEqual({
      b: { weight: "no", "costs.0.because": "long" },
    });
  });
});

describe("what the browser keeps", () => {
  const kept = {
    base: { revision: 2, note: "", questions: list("a") },
    note: "n",
    questions: list("a", "b"),
  };
  it("comes back as it was", () => {
    expect(parseStoredDraft(JSON.stringify(kept))).toEqual(kept);
    expect(storageKey("p", "c", "then")).not.toBe(storageKey("p", "c", "later"));
  });
  it.each([
    null,
    "",
    "[{",
    "null",
    "{}",
    JSON.stringify({ ...kept, questions: [{ key: "a" }] }),
    JSON.stringify({ ...kept, base: { questions: [] } }),
    JSON.stringify({ ...kept, note: 4 }),
  ])("is left alone when it is %j", (text) => {
    expect(parseStoredDraft(text)).toBeNull();
  });
});
