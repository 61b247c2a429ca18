import "server-only";
import { AppError, type FieldProblem } from "../domain/errors";
import { isStorable } from "../domain/text";

/** The largest request body: 1 MB, counted as it arrives. */
export const BODY_LIMIT_BYTES = 1_000_000;
const DEPTH_LIMIT = 32;
const VALUE_LIMIT = 50_000;

const invalid = (field: string, message: string) =>
  new AppError("invalid_input", {
    message: `${field || "The body"}: ${message}`,
    fields: [{ field, message }],
  });

/**
 * The JSON body of a request, safe to store: at most 1 MB (also when sent in chunks), UTF-8, not deep, no NUL, no
 * lone surrogate, no `__proto__`.
 * @param tooLarge what to do with more, where there is something to do
 * @throws AppError too_large · unsupported_media_type · invalid_input naming the field
 */
export async function readJson(request: Request, tooLarge?: string): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) {
    throw new AppError("unsupported_media_type", {
      message: "Send JSON, with Content-Type: application/json.",
    });
  }
  return parseJson(await readLimited(request, tooLarge));
}

/** The text of a body of at most 1 MB, refused as soon as it is longer. @throws AppError too_large · invalid_input */
export async function readLimited(request: Request, hint?: string): Promise<string> {
  const said = "A request may carry at most 1 MB. Nothing was changed.";
  const tooLarge = new AppError("too_large", { message: hint ? `${said} ${hint}` : said });
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT_BYTES) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > BODY_LIMIT_BYTES) {
      reader.releaseLock();
      throw tooLarge;
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(Buffer.concat(chunks));
  } catch {
    throw invalid("", "is not valid UTF-8.");
  }
}

/** Parses JSON and refuses what must not come in. @throws AppError invalid_input */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid("", "is not valid JSON.");
  }
  const problem = findProblem(value);
  if (problem) throw invalid(problem.field, problem.message);
  return value;
}

/** Walks a value without recursion, so that depth cannot hurt. */
function findProblem(root: unknown): FieldProblem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: "", depth: 0 }];
  let seen = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path, depth } = next;
    seen += 1;
    if (seen > VALUE_LIMIT) return { field: path, message: "holds too many values." };
    if (typeof value === "string" && !isStorable(value)) {
      return { field: path, message: "holds a character that text cannot carry (NUL or half of a pair)." };
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth >= DEPTH_LIMIT) return { field: path, message: "is nested too deeply." };
    for (const [key, child] of Object.entries(value)) {
      const at = path === "" ? key : `${path}.${key}`;
      if (key === "__proto__") return { field: at, message: "is a name that is not allowed." };
      if (!isStorable(key)) return { field: path, message: "holds a name that is not allowed." };
      open.push({ value: child, path: at, depth: depth + 1 });
    }
  }
  return null;
}
