"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type FormFailure, formFailure } from "@/components/forms/form-failure";
import { ApiProblem, send } from "@/lib/client/request";
import type { ChecklistVersion, QuestionDraft } from "@/lib/contracts/checklists";
import { mergeQuestions } from "@/lib/domain/checklist-merge";
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
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [errors, setErrors] = useState<Record<string, Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [restored, setRestored] = useState(false);
  const sending = useRef(false);
  const slot = storageKey(person, version.checklist, version.createdAt);
  const dirty = note !== base.note || !sameQuestions(questions, base.questions);

  const latest = useRef({ base, questions, note });
  useEffect(() => {
    latest.current = { base, questions, note };
  });

  /** Brings what is on the screen together with what the server has now. */
  const takeIn = useCallback((now: Base, mine = latest.current) => {
    const { base: from } = mine;
    const merged = mergeQuestions(from.questions, byArea(mine.questions), now.questions);
    const noteClash = mine.note !== from.note && now.note !== from.note && now.note !== mine.note;
    const untouched = mine.note === from.note && sameQuestions(mine.questions, from.questions);
    setBase(now);
    setQuestions(byArea(merged.questions));
    setNote(mine.note === from.note ? now.note : mine.note);
    const there = noteClash || !sameQuestions(merged.questions, now.questions) || merged.taken.length > 0;
    const both = { taken: merged.taken.length, theirs: merged.theirs, note: noteClash ? now.note : null };
    setFaster(there && !untouched ? both : null);
  }, []);

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
      (now) => now.status === "draft" && now.revision !== latest.current.base.revision && takeIn(baseOf(now)),
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

  /** Saves what is on the screen. @returns the version as it is then; null when it was not saved */
  async function save(): Promise<ChecklistVersion | null> {
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setFailure(null);
    setErrors({});
    const sent = byArea(questions);
    try {
      const saved = await send("PUT /api/v1/checklists/:checklist/versions/:version", {
        params: { checklist: version.checklist, version: String(version.version) },
        body: { expectedRevision: base.revision, note, questions: sent },
      });
      setBase(baseOf(saved));
      setFaster(null);
      setRestored(false);
      return saved;
    } catch (error) {
      const current =
        error instanceof ApiProblem && error.problem.code === "conflict" ? error.problem.current : null;
      if (current) takeIn(baseOf(current as ChecklistVersion), { base, questions, note });
      else {
        const refused = error instanceof ApiProblem ? Object.keys(error.byField) : [];
        const failed = formFailure(error, [
          "note",
          ...refused.filter((path) => /^questions\.\d+\./.test(path)),
        ]);
        setFailure(failed);
        setErrors(errorsByQuestion(sent, failed.errors));
      }
      return null;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  return {
    ...{ base, questions, setQuestions, note, setNote, dirty, busy, restored, faster, failure, errors, save },
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
