/** One server-sent event as a browser reads it; a comment has the event "comment". */
export interface ReadEvent {
  event: string;
  id: string | null;
  data: unknown;
}

function parse(block: string): ReadEvent {
  if (block.startsWith(":")) return { event: "comment", id: null, data: block.slice(1).trim() };
  const fields = Object.fromEntries(
    block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
  );
  return { event: fields.event ?? "message", id: fields.id ?? null, data: JSON.parse(fields.data ?? "null") };
}

/** Reads a stream of events one by one. `next` resolves with null when the stream ended. */
export function readEvents(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    async next(): Promise<ReadEvent | null> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          return parse(block);
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
    /** The client goes away. */
    leave: () => reader.cancel(),
  };
}
