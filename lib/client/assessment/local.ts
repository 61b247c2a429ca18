import type { Answer } from "../../contracts/answers";
import type { Draft } from "./draft";
import { IDLE, type SaveState } from "./save-state";
import type { AsideText } from "./stored-shapes";

/** What this tab knows of one question beyond the list that the server sent. */
export interface Local {
  /** What was typed and is not on the server; null when nothing is. */
  draft: Draft | null;
  state: SaveState;
  /** The newest answer that a save or confirmation returned. */
  known: Answer | null;
  /** A confirmation on its way; the key makes repeating it safe. */
  confirming: { expectedVersion: number; idempotencyKey: string } | null;
  /** False when the browser could not keep the draft: then only this tab has it. */
  kept: boolean;
  /** Texts of one's own that were put away. */
  aside: readonly AsideText[];
}

export const NOTHING_LOCAL: Local = {
  draft: null,
  state: IDLE,
  known: null,
  confirming: null,
  kept: true,
  aside: [],
};

/** By question key; a new map whenever anything changed. */
export type Locals = ReadonlyMap<string, Local>;
export const NO_LOCALS: Locals = new Map();

/** Whether closing the tab now would lose something that was neither saved nor stored. */
export const wouldLose = (locals: Locals): boolean =>
  [...locals.values()].some((local) => (local.draft !== null && !local.kept) || local.confirming !== null);
