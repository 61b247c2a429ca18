import { type ReactNode, useId } from "react";

/** What a control inside a field needs to be tied to its words. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The words around one control. */
export interface FieldWords {
  label: ReactNode;
  /** One sentence of help, under the label. */
  hint?: ReactNode;
  /** What is wrong and how to put it right; null or absent when nothing is. */
  error?: string | null | undefined;
  /** Says "optional" beside the label; fields are required unless they say so. */
  optional?: boolean | undefined;
  /** Keeps the label for those who listen only, where the place makes it obvious. */
  hideLabel?: boolean | undefined;
}

/** What a control with a field around it takes for that field. */
export interface FieldParts extends FieldWords {
  id?: string | undefined;
  /** Class of the whole field, for its place and width. */
  className?: string | undefined;
}

/** Parts what a control takes into what is for the field around it and what is its own. */
export function fieldParts<P extends FieldParts>(props: P) {
  const { label, hint, error, optional, hideLabel, id, className, ...own } = props;
  return { field: { label, hint, error, optional, hideLabel, id, className }, own };
}

interface FieldProps extends FieldParts {
  children: (control: FieldControl) => ReactNode;
}

/** Label, hint and error around any one control, tied by id and aria-describedby. */
export function Field({ label, hint, error, optional, hideLabel, id, className, children }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  const hasError = error !== null && error !== undefined && error !== "";
  const hasHint = hint !== undefined && hint !== null;
  const describedBy = [hasHint && `${control}-hint`, hasError && `${control}-error`]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={className}>
      <label
        htmlFor={control}
        className={hideLabel ? "sr-only" : "mb-1 flex items-baseline gap-1.5 text-sm font-strong"}
      >
        {label}
        {optional && <span className="font-normal text-ink-3">optional</span>}
      </label>
      {hasHint && (
        <p id={`${control}-hint`} className="-mt-0.5 mb-1.5 text-sm text-ink-3">
          {hint}
        </p>
      )}
      {children({
        id: control,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": hasError || undefined,
      })}
      {hasError && (
        <p id={`${control}-error`} className="mt-1 text-sm font-medium text-no">
          {error}
        </p>
      )}
    </div>
  );
}
