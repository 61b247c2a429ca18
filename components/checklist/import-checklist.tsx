"use client";

import { useState } from "react";
import { useNavigate } from "@/lib/client/navigation";
import { repeatKeys } from "@/lib/client/repeat-key";
import { send } from "@/lib/client/request";
import type { ChecklistDocument } from "@/lib/contracts/checklists";
import { ChooseDocument } from "./choose-document";

/** Takes up an exported checklist as a new one with a draft. */
export function ImportChecklist() {
  const navigate = useNavigate();
  const [keyOf] = useState(repeatKeys);
  async function take(document: ChecklistDocument) {
    const body = { document };
    const made = await send("POST /api/v1/checklists", { body, idempotencyKey: keyOf(body) });
    navigate(`/checklists/${made.checklist}/versions/${made.version}`);
  }
  return (
    <ChooseDocument label="A checklist that was exported as JSON" busyText="Importing …" onRead={take}>
      Import
    </ChooseDocument>
  );
}
