import { useEffect, useState } from "react";
import { type ImportFailure, importFailure } from "./import-failure";
import { type ImportRequest, largeProblem } from "./request";
import { type Imported, previewImport } from "./send-import";

/** A correction is sent when the hand rests for so long. */
const REST_MS = 350;

export interface Preview {
  /** The last one that came; it stays while the next one is under way, and when that fails. */
  imported: Imported | null;
  /** It is of what is asked for now. */
  current: boolean;
  pending: boolean;
  failure: ImportFailure | null;
  /** Asks once more for the same. */
  again: () => void;
  /** What the server found when it refused to import. */
  put: (rows: Imported["rows"]) => void;
}

interface Known {
  request: ImportRequest | null;
  imported: Imported | null;
  failed: ImportRequest | null;
  failure: ImportFailure | null;
}

/**
 * What an import would do, asked anew whenever the request is another one. Whatever comes late is thrown away.
 * @param request null: nothing is asked · @param onPreview told of each one that came
 */
export function usePreview(request: ImportRequest | null, onPreview: (imported: Imported) => void): Preview {
  const [known, setKnown] = useState<Known>({ request: null, imported: null, failed: null, failure: null });
  const [asked, setAsked] = useState(0);
  const first = known.request === null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks for the same again; how it is told does not
  useEffect(() => {
    if (request === null) return;
    const controller = new AbortController();
    const fail = (failure: ImportFailure) => setKnown((before) => ({ ...before, failed: request, failure }));
    const ask = async () => {
      const large = largeProblem(request);
      if (large !== null) return fail({ kind: "text", message: large, rows: null });
      try {
        const imported = await previewImport(request, controller.signal);
        if (controller.signal.aborted) return;
        setKnown({ request, imported, failed: null, failure: null });
        onPreview(imported);
      } catch (error) {
        if (!controller.signal.aborted) fail(importFailure(error, false));
      }
    };
    const timer = setTimeout(ask, first ? 0 : REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [request, asked]);

  const current = request !== null && known.request === request;
  const failed = request !== null && known.failed === request;
  return {
    imported: request === null ? null : known.imported,
    current: current && !failed,
    pending: request !== null && !current && !failed,
    failure: failed ? known.failure : null,
    again: () => {
      setKnown((before) => ({
        ...before,
        failed: null,
        failure: null,
        ...(current ? { request: null } : {}),
      }));
      setAsked((count) => count + 1);
    },
    put: (rows) =>
      setKnown((before) =>
        before.imported ? { ...before, imported: { ...before.imported, rows } } : before,
      ),
  };
}
