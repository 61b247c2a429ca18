"use client";

import { useRef } from "react";
import { useSave } from "@/components/forms/use-save";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { ApiProblem, messageOf } from "@/lib/client/request";
import type { ChecklistDocument } from "@/lib/contracts/checklists";

const SHOWN = 8;

interface ChooseDocumentProps {
  children: string;
  /** Names the file for those who listen. */
  label: string;
  busyText: string;
  /** Does something with what the file says; what it throws is shown place by place. */
  onRead: (document: ChecklistDocument) => Promise<void>;
}

/** Chooses an exported checklist; what is wrong in the file is named place by place. */
export function ChooseDocument({ children, label, busyText, onRead }: ChooseDocumentProps) {
  const file = useRef<HTMLInputElement>(null);
  const reading = useSave({
    send: async (chosen: File) => onRead(JSON.parse(await chosen.text()) as ChecklistDocument),
  });
  const problems = reading.error === null ? [] : problemsIn(reading.error, reading.sent?.name ?? "");
  return (
    <>
      <Button busy={reading.busy} busyText={busyText} onClick={() => file.current?.click()}>
        {children}
      </Button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label={label}
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) reading.save(chosen);
          // the same file may be chosen again, once it is put right
          event.target.value = "";
        }}
      />
      <Dialog
        open={problems.length > 0}
        onOpenChange={(open) => !open && reading.reset()}
        title="This file cannot be imported"
        description="Nothing was created or changed. Export a version from its page to see what a file looks like."
        footer={<Button onClick={() => reading.reset()}>Close</Button>}
      >
        <Notice tone="problem">
          <ul>
            {problems.slice(0, SHOWN).map((problem) => (
              <li key={problem} className="[overflow-wrap:anywhere]">
                {problem}
              </li>
            ))}
          </ul>
          {problems.length > SHOWN && <p>and {problems.length - SHOWN} more</p>}
        </Notice>
      </Dialog>
    </>
  );
}

/** What the server says is wrong with a document, field by field as it stands in the file. */
function problemsIn(error: unknown, file: string): string[] {
  if (error instanceof SyntaxError) return [`${file} is not JSON.`];
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return [messageOf(error)];
  return errors.map(({ field, message }) => `${field.replace(/^document\./, "")}: ${message}`);
}
