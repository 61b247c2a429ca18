"use client";

import { useRef } from "react";
import { Dialog } from "@/components/ui/dialog";
import { GO_KEYS } from "./go-keys";
import { KeySwitch } from "./key-switch";
import { declaredKeys, type KeySet, keySign } from "./page-keys";

const everywhere = (go: boolean): KeySet => ({
  title: "On every page",
  keys: [
    { keys: ["Ctrl or ⌘", "k"], does: "Find anything" },
    { keys: ["?"], does: "This list" },
    ...(go ? GO_KEYS.map(({ keys, does }) => ({ keys: ["g", ...keys], does })) : []),
  ],
});

interface KeyHelpProps {
  /** Whether g and a letter lead somewhere here. */
  go: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key of the page that is shown, those of every page, and the way to turn them off. */
export function KeyHelp({ go, open, onOpenChange }: KeyHelpProps) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <Dialog
      {...{ open, onOpenChange }}
      initialFocus={list}
      title="Everything by keyboard"
      description="These keys work wherever you are not typing."
    >
      <div ref={list} tabIndex={-1} className="grid gap-5 outline-none">
        {[...declaredKeys(), everywhere(go)].map((set) => (
          <KeyList key={set.title} set={set} />
        ))}
      </div>
      <div className="mt-4 border-t border-line pt-3">
        <KeySwitch />
      </div>
    </Dialog>
  );
}

function KeyList({ set: { title, keys: rows } }: { set: KeySet }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-2 text-sm text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
        {rows.map(({ keys, does }) => (
          <div key={does} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="flex flex-wrap gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-sm border border-b-2 border-line-strong bg-card px-1.5 py-0.75 font-sans text-xs leading-none font-medium text-ink-2"
                >
                  {keySign(key)}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
