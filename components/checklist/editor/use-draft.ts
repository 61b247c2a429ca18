"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { formFailure } from "@/components/forms/form-failure";
import { useSave } from "@/components/forms/use-save";
import { ApiProblem, send } from "@/lib/client/request";
import type { ChecklistVersion, QuestionDraft } from "@/lib/contracts/checklists";
import { mergeQuestions } from "@/lib/domain/checklist-merge";
import { mergeEdits } from "@/lib/domain/merge";
import { byArea, errorsByQuestion, sameQuestions } from "./draft-state";
import { parseStoredDraft, storageKey, storageOf } from "./stored-draft";

interface Base {
  revision: number;
  note: string;
  questions: QuestionDraft[];
}
/** What somebody else had saved: how many of their questions were taken in, and what both changed. */
export interface Faster {
  taken: number;
  theirs: ReadonlyMap<string, QuestionDraft | null>;
  note: string | null;
}

const baseOf = ({ revision, note, questions }: ChecklistVersion): Base => ({
  revision,
  note,
  questions: byArea(questions),
});

/**
 * A draft that is being edited: what is on the screen, what it was written over, and how it is saved. Unsaved words are
 * kept in the browser until the server has them; two editors at once lose none.
 */
export function useDraft(version: ChecklistVersion, person: string) {
  const [base, setBase] = useState(() => baseOf(version));
  const [questions, setQuestions] = useState(base.questions);
  const [note, setNote] = useState(base.note);
  const [faster, setFaster] = useState<Faster | null>(null);
  const [errors, setErrors] = useState<Record<string, Record<string, string>>>({});
  const router = useRouter();
  const [restored, setRestored] = useState(false);
  const slot = storageKey(person, version.checklist, version.createdAt);
  const dirty = note !== base.note || !sameQuestions(questions, base.questions);

  /** Brings what is on the screen together with what the server has now. */
  function takeIn(now: Base, mine = { base, questions, note }): void {
    const { base: from } = mine;
    const merged = mergeQuestions(from.questions, byArea(mine.questions), now.questions);
    const notes = mergeEdits({ note: from.note }, { note: mine.note }, { note: now.note });
    const untouched = mine.note === from.note && sameQuestions(mine.questions, from.questions);
    setBase(now);
    setQuestions(byArea(merged.questions));
    setNote(notes.values.note);
    const clash = notes.theirs.note ?? null;
    const there =
      clash !== null || !sameQuestions(merged.questions, now.questions) || merged.taken.length > 0;
    setFaster(
      there && !untouched ? { taken: merged.taken.length, theirs: merged.theirs, note: clash } : null,
    );
  }
  const arrived = useEffectEvent((now: ChecklistVersion) => {
    if (now.status === "draft" && now.revision !== base.revision) takeIn(baseOf(now));
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is taken up once, when the page opens
  useEffect(() => {
    const kept = parseStoredDraft(storageOf()?.getItem(slot) ?? null);
    if (kept && !(kept.note === kept.base.note && sameQuestions(kept.questions, kept.base.questions))) {
      setRestored(true);
      takeIn(base, kept);
    }
    // Going back shows a page as it was: somebody, or oneself, may have saved since.
    const params = { checklist: version.checklist, version: String(version.version) };
    void send("GET /api/v1/checklists/:checklist/versions/:version", { params, background: true }).then(
      (now) => arrived(now),
      () => undefined,
    );
  }, []);

  useEffect(() => {
    const storage = storageOf();
    if (!dirty) {
      storage?.removeItem(slot);
      return;
    }
    const later = setTimeout(() => {
      try {
        storage?.setItem(slot, JSON.stringify({ base, note, questions }));
      } catch {
        // Full or forbidden: what is on the screen is still there, and leaving asks first.
      }
    }, 300);
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => {
      clearTimeout(later);
      window.removeEventListener("beforeunload", ask);
    };
  }, [dirty, slot, base, note, questions]);

  const saving = useSave<QuestionDraft[], ChecklistVersion, ChecklistVersion>({
    send: (sent) => {
      setErrors({});
      return send("PUT /api/v1/checklists/:checklist/versions/:version", {
        params: { checklist: version.checklist, version: String(version.version) },
        body: { expectedRevision: base.revision, note, questions: sent },
      });
    },
    onSaved: (saved) => {
      setBase(baseOf(saved));
      setFaster(null);
      setRestored(false);
      // Coming back to this page must not show it as it was before.
      router.refresh();
    },
    onConflict: (now) => takeIn(baseOf(now)),
    onFailed: (error, sent) =>
      error instanceof ApiProblem && setErrors(errorsByQuestion(sent, error.byField)),
  });
  const { error } = saving;
  const refused = error instanceof ApiProblem ? Object.keys(error.byField) : [];
  const failure =
    saving.failure &&
    formFailure(error, ["note", ...refused.filter((path) => /^questions\.\d+\./.test(path))]);

  return {
    ...{ base, questions, setQuestions, note, setNote, dirty, restored, faster, failure, errors },
    busy: saving.busy,
    /** Saves what is on the screen. */
    save: () => saving.save(byArea(questions)),
    /** Settles one question that both changed: mine stays, or what they have comes in its place. */
    settle(key: string, take: boolean) {
      const theirs = faster?.theirs.get(key);
      if (take) {
        setQuestions((now) => now.flatMap((each) => (each.key !== key ? [each] : theirs ? [theirs] : [])));
      }
      setFaster(
        (now) => now && { ...now, theirs: new Map([...now.theirs].filter(([each]) => each !== key)) },
      );
    },
    /** Takes in what somebody else saved, as a refusal told it. */
    catchUp: (now: ChecklistVersion) => takeIn(baseOf(now)),
    /** Shows what kept a draft from being published, where it is. */
    showErrors: (found: Readonly<Record<string, string>>) =>
      setErrors(errorsByQuestion(byArea(questions), found)),
  };
}
