import { type FormEvent, useRef, useState } from "react";
import { ApiProblem } from "@/lib/client/request";
import { type FormFailure, formFailure } from "./form-failure";
import { mergeEdit, readStored, type Texts } from "./merge-edit";
import { useFailureFocus } from "./use-failure-focus";

interface Stored<V> {
  values: V;
  version: number;
}

interface VersionedForm<V extends Texts> {
  start: Stored<V>;
  save: (values: V, expectedVersion: number) => Promise<{ version: number }>;
  onSaved: () => void;
}

/**
 * A form over something with a version. When somebody else was faster, what was typed stays, what they changed
 * elsewhere is taken in, and what both changed stands in `theirs`, to be compared.
 */
export function useVersionedForm<V extends Texts>({ start, save, onSaved }: VersionedForm<V>) {
  const [base, setBase] = useState(start);
  const [values, setValues] = useState(start.values);
  const [theirs, setTheirs] = useState<Partial<V> | null>(null);
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useFailureFocus(form, failure);
  const fields = Object.keys(start.values);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const { version } = await save(values, base.version);
      setBase({ values, version });
      setTheirs(null);
      onSaved();
    } catch (error) {
      const conflict = error instanceof ApiProblem && error.problem.code === "conflict";
      const now = conflict ? readStored<V>(error.problem.current, fields) : null;
      if (now === null) setFailure(formFailure(error, fields));
      else {
        const merged = mergeEdit(base.values, values, now.values);
        setBase(now);
        setValues(merged.values);
        setTheirs(merged.theirs);
      }
    }
    setBusy(false);
  }

  const dirty = fields.some((field) => values[field] !== base.values[field]);
  const toCompare = Object.entries(theirs ?? {}).filter(([field, text]) => values[field] !== text);
  return {
    form,
    values,
    set: (field: keyof V & string, text: string) => setValues((old) => ({ ...old, [field]: text })),
    /** Null while nobody was faster; empty when what they changed is taken in, by itself or by hand. */
    theirs: theirs === null || !dirty ? null : (Object.fromEntries(toCompare) as Partial<V>),
    failure,
    busy,
    dirty,
    submit,
  };
}
