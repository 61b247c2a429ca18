"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { repeatKeys } from "@/lib/client/repeat-key";
import { ApiProblem, messageOf, send } from "@/lib/client/request";
import type { ChecklistDocument } from "@/lib/contracts/checklists";

const SHOWN = 8;

/** Takes up an exported checklist as a new one with a draft; what is wrong in the file is named place by place. */
export function ImportChecklist() {
  const router = useRouter();
  const file = useRef<HTMLInputElement>(null);
  const [keyOf] = useState(repeatKeys);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);
  async function take(chosen: File) {
    setBusy(true);
    try {
      const document = JSON.parse(await chosen.text()) as ChecklistDocument;
      const body = { document };
      const made = await send("POST /api/v1/checklists", { body, idempotencyKey: keyOf(body) });
      router.push(`/checklists/${made.checklist}/versions/${made.version}`);
    } catch (error) {
      if (error instanceof SyntaxError) setProblems([`${chosen.name} is not JSON.`]);
      else if (error instanceof ApiProblem && error.problem.errors?.length) {
        setProblems(
          error.problem.errors.map(({ field, message }) => `${field.replace(/^document\./, "")}: ${message}`),
        );
      } else setProblems([messageOf(error)]);
      setBusy(false);
    }
    if (file.current) file.current.value = "";
  }
  return (
    <>
      <Button busy={busy} busyText="Importing …" onClick={() => file.current?.click()}>
        Import
      </Button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label="A checklist that was exported as JSON"
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
        description="Nothing was created. Export a version from its page to see what a file looks like."
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
