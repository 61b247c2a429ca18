"use client";

import { useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { KEY_LIST } from "./keys";

interface HelpDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Whether single keys act on this page, and how to change it. */
  keysOn: boolean;
  onKeysChange: (on: boolean) => void;
}

/** Every key of the page, and the way to turn them off. */
export function HelpDialog({ open, onOpenChange, keysOn, onKeysChange }: HelpDialogProps) {
  const list = useRef<HTMLDListElement>(null);
  return (
    <Dialog
      {...{ open, onOpenChange }}
      initialFocus={list}
      title="Everything by keyboard"
      description="Answers are saved as you go. These keys work wherever you are not typing."
    >
      <dl ref={list} tabIndex={-1} className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        {KEY_LIST.map(({ keys, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-sm border border-b-2 border-line-strong bg-card px-1.5 py-0.75 font-sans text-xs leading-none font-medium text-ink-2"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        className="mt-4 border-t border-line pt-3"
        label="Single keys act on this page"
        hint="Turn them off if you speak to your computer, or if they get in your way. Tab and the fields work as everywhere."
        checked={keysOn}
        onChange={(event) => onKeysChange(event.target.checked)}
      />
    </Dialog>
  );
}
