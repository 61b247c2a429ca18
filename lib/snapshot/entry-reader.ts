import type { EntryLine } from "./history";
import { questionCode } from "./history";

/** Postgres counts from 2000-01-01, in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const SIGNATURE_BYTES = 11;

/**
 * Reads entries as COPY sends them in its binary format (Postgres, "COPY", binary format): a place of a service, the key of a
 * question, version, instants, answer. They are kept as columns until they are fetched service by service.
 */
export class EntryReader {
  #rest: Buffer = Buffer.alloc(0);
  #isBegun = false;
  #length = 0;
  #next = new Int32Array(1024);
  #questions = new Uint16Array(1024);
  #versions = new Uint32Array(1024);
  #at = new Float64Array(1024);
  #savedAt = new Float64Array(1024);
  #answers = new Uint16Array(1024);
  /** By place of a service: its last entry, from 1; from there #next leads on. */
  readonly #last: Int32Array;

  /** @param services how many there are */
  constructor(services: number) {
    this.#last = new Int32Array(services);
  }

  /** Takes the next bytes; a row may go on in those after them. */
  push(chunk: Buffer): void {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    if (!this.#isBegun) {
      const header = SIGNATURE_BYTES + 8;
      if (bytes.length < header) {
        this.#rest = bytes;
        return;
      }
      bytes = bytes.subarray(header + bytes.readUInt32BE(SIGNATURE_BYTES + 4));
      this.#isBegun = true;
    }
    let offset = 0;
    for (;;) {
      const end = endOfRow(bytes, offset);
      if (end === null) break;
      this.#row(bytes, offset);
      offset = end;
    }
    this.#rest = bytes.subarray(offset);
  }

  #row(bytes: Buffer, from: number): void {
    if (this.#length === this.#next.length) this.#grow();
    const index = this.#length;
    const service = bytes.readInt32BE(from + 6);
    let offset = from + 10;
    const characters = bytes.readInt32BE(offset);
    this.#questions[index] = questionCode(bytes.toString("utf8", offset + 4, offset + 4 + characters));
    offset += 4 + characters;
    this.#versions[index] = bytes.readInt32BE(offset + 4);
    offset += 8;
    const at = instant(bytes, offset + 4);
    this.#at[index] = at;
    offset += 12;
    const isImported = bytes.readInt32BE(offset) > 0;
    this.#savedAt[index] = isImported ? instant(bytes, offset + 4) : Number.NaN;
    offset += isImported ? 12 : 4;
    this.#answers[index] = bytes.readInt32BE(offset + 4);
    this.#next[index] = this.#last[service] as number;
    this.#last[service] = index + 1;
    this.#length += 1;
  }

  #grow(): void {
    const size = 2 * this.#length;
    const copy = <Column extends { set(from: Column): void }>(from: Column, to: Column) => {
      to.set(from);
      return to;
    };
    this.#next = copy(this.#next, new Int32Array(size));
    this.#questions = copy(this.#questions, new Uint16Array(size));
    this.#versions = copy(this.#versions, new Uint32Array(size));
    this.#at = copy(this.#at, new Float64Array(size));
    this.#savedAt = copy(this.#savedAt, new Float64Array(size));
    this.#answers = copy(this.#answers, new Uint16Array(size));
  }

  /** The entries of the service in a place, in no order. */
  linesOf(service: number): EntryLine[] {
    const lines: EntryLine[] = [];
    for (
      let entry = (this.#last[service] as number) - 1;
      entry >= 0;
      entry = (this.#next[entry] as number) - 1
    ) {
      const savedAt = this.#savedAt[entry] as number;
      lines.push({
        question: this.#questions[entry] as number,
        version: this.#versions[entry] as number,
        at: this.#at[entry] as number,
        savedAt: Number.isNaN(savedAt) ? null : savedAt,
        answer: this.#answers[entry] as number,
      });
    }
    return lines;
  }
}

/** Where a row ends that starts here; null when its end has not come yet, or there is none: a count of -1 ends it all. */
function endOfRow(bytes: Buffer, from: number): number | null {
  if (from + 2 > bytes.length) return null;
  const fields = bytes.readInt16BE(from);
  if (fields < 0) return null;
  let offset = from + 2;
  for (let field = 0; field < fields; field += 1) {
    if (offset + 4 > bytes.length) return null;
    offset += 4 + Math.max(0, bytes.readInt32BE(offset));
  }
  return offset > bytes.length ? null : offset;
}

/** ms since 1970, of eight bytes; far below what a double holds exactly. */
const instant = (bytes: Buffer, offset: number): number =>
  Math.round((bytes.readInt32BE(offset) * 4_294_967_296 + bytes.readUInt32BE(offset + 4)) / 1000) + EPOCH_MS;
