import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSave } from "@/components/forms/use-save";
import { repeatKeys } from "@/lib/client/repeat-key";
import { importFailure } from "./import-failure";
import type { ImportRequest } from "./request";
import { type Imported, runImport } from "./send-import";

/** Imports: all or nothing, and once however often it is pressed. */
export function useImport(onDone: (imported: Imported) => void, onRefused: (rows: Imported["rows"]) => void) {
  const client = useQueryClient();
  const router = useRouter();
  const [keyOf] = useState(() => repeatKeys());
  const importing = useSave({
    send: (request: ImportRequest) => runImport(request, keyOf(request.body)),
    onSaved: (imported) => {
      void client.invalidateQueries();
      router.refresh();
      onDone(imported);
    },
    onFailed: (error) => {
      const { rows } = importFailure(error, true);
      if (rows !== null) onRefused(rows);
    },
    leaves: true,
  });
  const { save: run, busy, error, sent } = importing;
  const failed =
    error === null || sent === undefined ? null : { of: sent, failure: importFailure(error, true) };
  return { run, busy, failed };
}
