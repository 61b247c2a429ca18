import type { FormFailure } from "@/components/forms/form-failure";
import { ApiProblem, messageOf } from "@/lib/client/request";
import { type ImportRow, SPLIT } from "@/lib/domain/import-rows";

/** Why a preview or an import did not come about, and what can be done. */
export interface ImportFailure extends Pick<FormFailure, "message" | "signedOut"> {
  /** `text`: what was given cannot be read; `again`: the same may work in a moment; `stop`: it will not. */
  kind: "text" | "again" | "stop";
  /** What the server found when it refused: the preview as it is now. */
  rows: ImportRow[] | null;
}

const isRow = (value: unknown): value is ImportRow =>
  typeof value === "object" &&
  value !== null &&
  ["key", "kind", "name", "action"].every(
    (name) => typeof (value as Record<string, unknown>)[name] === "string",
  ) &&
  Array.isArray((value as ImportRow).changes) &&
  Array.isArray((value as ImportRow).notes);

function rowsOf(current: unknown): ImportRow[] | null {
  const rows = typeof current === "object" && current !== null ? (current as { rows?: unknown }).rows : null;
  return Array.isArray(rows) && rows.every(isRow) ? rows : null;
}

const KEPT = "What you put in is kept.";

/** What to tell a person of anything that send() threw; `writing` when it was to be imported, not only looked at. */
export function importFailure(error: unknown, writing: boolean): ImportFailure {
  const failure = (
    kind: ImportFailure["kind"],
    message: string,
    more: Partial<ImportFailure> = {},
  ): ImportFailure => ({
    kind,
    message,
    rows: null,
    ...more,
  });
  if (!(error instanceof ApiProblem)) {
    const unsure = " If it did arrive, trying again does not import it twice.";
    return failure("again", `The server cannot be reached. ${KEPT}${writing ? unsure : ""}`);
  }
  const { code, current, status } = error.problem;
  const nothing = writing ? " Nothing was imported." : "";
  if (code === "not_signed_in") {
    return failure("again", `You were signed out. ${KEPT}${nothing}`, { signedOut: true });
  }
  if (code === "forbidden") {
    return failure("stop", `You can no longer import: only admins can.${nothing} ${KEPT} Ask an admin.`);
  }
  if (code === "in_progress" || code === "conflict") {
    return failure(
      "again",
      `The same import is under way, perhaps from another tab. ${KEPT} Try again in a moment.`,
    );
  }
  if (code === "too_large") {
    return failure("text", `This is more than the limit of 1 MB for one import. ${SPLIT}`);
  }
  if (code === "refused") {
    const rows = rowsOf(current);
    return rows === null
      ? failure("stop", `${messageOf(error)} ${KEPT}`)
      : failure(
          "stop",
          "Something changed here since the preview, so nothing was imported. The rows below say how it is now.",
          { rows },
        );
  }
  if (code === "invalid_input") {
    const { yaml, csv, ...others } = error.byField;
    const said = yaml ?? csv;
    return failure("text", said !== undefined && Object.keys(others).length === 0 ? said : messageOf(error));
  }
  if (status >= 500) return failure("again", `${messageOf(error)}${nothing} ${KEPT}`);
  return failure("again", `${messageOf(error)} ${KEPT}`);
}
