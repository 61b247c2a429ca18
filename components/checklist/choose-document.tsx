"use client";

import { useRef, useState } from "react";
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
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  async function take(chosen: File) {
    setBusy(true);
    try {
      await onRead(JSON.parse(await chosen.text()) as ChecklistDocument);
    } catch (error) {
      setProblems(error instanceof SyntaxError ? [`${chosen.name} is not JSON.`] : problemsIn(error));
    }
    setBusy(false);
    if (file.current) file.current.value = "";
  }
  return (
    <>
      <Button busy={busy} busyText={busyText} onClick={() => file.current?.click()}>
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
          if (chosen) void take(chosen);
        }}
      />
      <Dialog
        open={problems.length > 0}
        onOpenChange={(open) => !open && setProblems([])}
        title="This file cannot be imported"
        description="Nothing was created or changed. Export a version from its page to see what a file looks like."
        footer={<Button onClick={() => setProblems([])}>Close</Button>}
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
function problemsIn(error: unknown): string[] {
  const errors = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  if (errors.length === 0) return [messageOf(error)];
  return errors.map(({ field, message }) => `${field.replace(/^document\./, "")}: ${message}`);
}
