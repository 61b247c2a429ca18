import "server-only";
import { discard } from "../config/discard";
import { AppError, type FieldProblem } from "../domain/errors";
import { isStorable } from "../domain/text";

/** The largest request body: 1 MB, counted as it arrives. */
export const BODY_LIMIT_BYTES = 1_000_000;
/** A body of which nothing more arrives is given up after this; one that trickles, after WHOLE_BODY_MS. */
const SILENCE_MS = 15_000;
const WHOLE_BODY_MS = 60_000;
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

/**
 * The text of a body of at most 1 MB, refused as soon as it is longer.
 * @throws AppError too_large · timed_out when nothing more arrives · invalid_input, also when the client breaks off
 */
export async function readLimited(request: Request, hint?: string): Promise<string> {
  const said = "A request may carry at most 1 MB. Nothing was changed.";
  const tooLarge = new AppError("too_large", { message: hint ? `${said} ${hint}` : said });
  if (Number(request.headers.get("content-length") ?? 0) > BODY_LIMIT_BYTES) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  try {
    const end = Date.now() + WHOLE_BODY_MS;
    while (reader) {
      const { done, value } = await arriving(reader, Math.min(SILENCE_MS, end - Date.now()));
      if (done) break;
      size += value.byteLength;
      if (size > BODY_LIMIT_BYTES) throw tooLarge;
      chunks.push(value);
    }
  } finally {
    reader?.releaseLock();
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(Buffer.concat(chunks));
  } catch {
    throw invalid("", "is not valid UTF-8.");
  }
}

type Arrived = ReadableStreamReadResult<Uint8Array<ArrayBuffer>>;

/** The next piece of a body. @throws AppError timed_out after so many ms · invalid_input when the client broke off */
async function arriving(reader: ReadableStreamDefaultReader, ms: number): Promise<Arrived> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = "The rest of the request did not arrive in time. Nothing was changed; send it again.";
    timer = setTimeout(() => reject(new AppError("timed_out", { message })), Math.max(0, ms));
  });
  const read = reader.read().catch(() => {
    throw invalid("", "broke off before its end.");
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A refusal of a body that is still being sent: told at once, ended when the client has sent the rest, which is thrown
 * away. A connection closed while bytes arrive is reset, and with it goes the answer.
 */
export function beforeTheRest(response: Response, request: Request): Response {
  const { body: answer } = response;
  const { body: rest } = request;
  if (!answer || !rest || rest.locked) return response;
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for await (const piece of answer) controller.enqueue(piece);
      const reader = rest.getReader();
      await discard(async () => {
        const { done, value } = await reader.read();
        return done ? null : value.byteLength;
      });
      reader.releaseLock();
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
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
