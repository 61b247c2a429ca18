import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { repeatKeys } from "@/lib/client/repeat-key";
import { type ImportFailure, importFailure } from "./import-failure";
import type { ImportRequest } from "./request";
import { type Imported, runImport } from "./send-import";

/** Imports: all or nothing, and once however often it is pressed. */
export function useImport(onDone: (imported: Imported) => void, onRefused: (rows: Imported["rows"]) => void) {
  const client = useQueryClient();
  const router = useRouter();
  const [keyOf] = useState(() => repeatKeys());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<{ of: ImportRequest; failure: ImportFailure } | null>(null);

  async function run(request: ImportRequest): Promise<void> {
    setBusy(true);
    setFailed(null);
    try {
      const imported = await runImport(request, keyOf(request.body));
      void client.invalidateQueries();
      router.refresh();
      onDone(imported);
    } catch (error) {
      const failure = importFailure(error, true);
      setFailed({ of: request, failure });
      if (failure.rows !== null) onRefused(failure.rows);
      setBusy(false);
    }
  }
  return { run, busy, failed };
}
