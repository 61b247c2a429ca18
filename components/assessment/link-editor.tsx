"use client";

import { X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { EvidenceLink } from "@/lib/client/assessment/draft";

interface LinkEditorProps {
  /** Counted from 1. */
  number: number;
  link: EvidenceLink;
  error?: string | undefined;
  onChange: (link: EvidenceLink) => void;
  /** Finished with it: the button, Enter, or the focus went elsewhere. */
  onDone: (how: "kept" | "left") => void;
  onRemove: () => void;
}

/** Address and name of one link, while it is being written. */
export function LinkEditor({ number, link, error, onChange, onDone, onRemove }: LinkEditorProps) {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDone("kept");
  }
  return (
    <li
      data-link-editor=""
      className="grid w-full grid-cols-[1fr_auto_auto] items-start gap-1.5 sm:grid-cols-[1fr_11rem_auto_auto]"
      onBlur={(event) => {
        const inside = (to: Node | null) => event.currentTarget.contains(to);
        // looking for the address in another window is not leaving
        if (!inside(event.relatedTarget) && !inside(document.activeElement)) onDone("left");
      }}
    >
      <TextField
        hideLabel
        required={false}
        label={`Address of link ${number}`}
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        className="col-span-3 sm:col-span-1"
        error={error}
        value={link.url}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange({ ...link, url: event.target.value })}
      />
      <TextField
        hideLabel
        required={false}
        label={`Name of link ${number}`}
        placeholder="Name, if you like"
        autoComplete="off"
        value={link.label}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange({ ...link, label: event.target.value })}
      />
      <Button className="h-8 pointer-coarse:h-10" onClick={() => onDone("kept")}>
        Done
      </Button>
      <button
        type="button"
        aria-label={`Remove link ${number}`}
        onClick={onRemove}
        className="grid size-8 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:size-10"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
