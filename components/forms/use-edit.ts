"use client";

import { useState } from "react";
import { changedFields, type Merged, mergeEdits, sameValue } from "@/lib/domain/merge";
import { useSave } from "./use-save";

/**
 * Something that is being edited over what the server has. When somebody else was faster, what was typed stays, and what
 * they changed elsewhere is taken in.
 * @param start as the page was rendered with it
 * @param valuesOf what of it is edited, by field
 */
export function useEdit<T, V extends object>(start: T, valuesOf: (thing: T) => V) {
  const [there, setThere] = useState(() => ({ thing: start, values: valuesOf(start) }));
  const [values, setValues] = useState(there.values);
  const [faster, setFaster] = useState<Merged<V> | null>(null);
  const contested = Object.entries(faster?.theirs ?? {}).filter(
    ([field, text]) => !sameValue(values[field as keyof V], text),
  );
  return {
    /** What the server has, as far as one knows. */
    there: there.thing,
    base: there.values,
    values,
    changed: changedFields(there.values, values),
    /** What came of it that somebody else was faster; null while nobody was. */
    faster,
    /** What they have in the fields that still say something else here. */
    contested: Object.fromEntries(contested) as Partial<V>,
    set: (part: Partial<V>) => setValues((before) => ({ ...before, ...part })),
    /** Brings what is typed together with what somebody else saved. */
    takeIn: (now: T) => {
      const merged = mergeEdits(there.values, values, valuesOf(now));
      setThere({ thing: now, values: valuesOf(now) });
      setValues(merged.values);
      setFaster(merged);
    },
    /** @param sent what was saved: what was typed since then stays a change. Left out, nothing could be typed since */
    saved: (now: T, sent?: V) => {
      setThere({ thing: now, values: sent ?? valuesOf(now) });
      if (sent === undefined) setValues(valuesOf(now));
      setFaster(null);
    },
    /** Gives up what was typed. */
    discard: () => {
      setValues(there.values);
      setFaster(null);
    },
  };
}

interface VersionedForm<T, V extends object> {
  start: T;
  valuesOf: (thing: T) => V;
  send: (values: V, there: T) => Promise<T>;
  onSaved: (saved: T) => void;
  leaves?: boolean;
}

/** A form over something with a version: edited, saved, and brought together with what others saved meanwhile. */
export function useVersionedForm<T, V extends object>(of: VersionedForm<T, V>) {
  const { start, valuesOf, send, onSaved, leaves = false } = of;
  const edit = useEdit(start, valuesOf);
  const saving = useSave<V, T, T>({
    send: (values) => send(values, edit.there),
    onSaved: (saved, sent) => {
      edit.saved(saved, sent);
      onSaved(saved);
    },
    onConflict: edit.takeIn,
    leaves,
  });
  return { ...edit, saving, submit: () => saving.save(edit.values) };
}
