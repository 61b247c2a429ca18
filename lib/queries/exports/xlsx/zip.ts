import "server-only";
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file within an archive: its path, and its text, made while it is written. */
export interface ZipEntry {
  path: string;
  text: AsyncIterable<string> | Iterable<string>;
}

/** What the directory at the end says of a file. */
interface Written {
  path: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** Sizes follow the file, since nobody knows them before; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** What an archive of this kind can count, in bytes. */
const MOST = 0xffffffff;
/** Speed before size: the lowest level packs XML to a twentieth. */
const LEVEL = 1;

/**
 * A ZIP archive, sent while it is made: nothing of it is held but what the directory at its end needs.
 * @param at when its files were changed, in UTC
 * @see APPNOTE.TXT 6.3.10, 4.3 and 4.4
 * @throws RangeError beyond 4 GB
 */
export async function* zip(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Buffer> {
  const done: Written[] = [];
  let offset = 0;
  for await (const { path, text } of entries) {
    const written: Written = { path: Buffer.from(path), crc: 0, packed: 0, size: 0, offset };
    const local = localHeader(written.path, at);
    yield local;
    for await (const chunk of packed(text, written)) {
      written.packed += chunk.length;
      yield chunk;
    }
    const descriptor = numbers([0x08074b50, 4], [written.crc, 4], [written.packed, 4], [written.size, 4]);
    yield descriptor;
    offset += local.length + written.packed + descriptor.length;
    if (offset > MOST || written.size > MOST) throw new RangeError("an archive of this kind ends at 4 GB");
    done.push(written);
  }
  const directory = Buffer.concat(done.map((written) => directoryLine(written, at)));
  yield directory;
  yield numbers(
    [0x06054b50, 4],
    [0, 4],
    [done.length, 2],
    [done.length, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  );
}

/** The packed bytes of a text; counts on the way what the directory needs. */
function packed(text: ZipEntry["text"], written: Written): AsyncIterable<Buffer> {
  async function* bytes() {
    for await (const piece of text) {
      const chunk = Buffer.from(piece);
      written.crc = crc32(chunk, written.crc);
      written.size += chunk.length;
      yield chunk;
    }
  }
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: 65_536 });
  // An error of the source breaks the reading off; who stops reading stops the source.
  pipeline(Readable.from(bytes(), { objectMode: true, highWaterMark: 1 }), deflate, () => {});
  return deflate;
}

/** Little-endian numbers of so many bytes, one after the other. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of fields) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}

/** The hour and the day as archives keep them: two numbers, in steps of two seconds, from 1980 on. */
function moment(at: Date): [readonly [number, 2], readonly [number, 2]] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const year = Math.min(127, Math.max(0, at.getUTCFullYear() - 1980));
  return [
    [time, 2],
    [(year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2],
  ];
}

const localHeader = (path: Buffer, at: Date): Buffer =>
  Buffer.concat([
    numbers(
      [0x04034b50, 4],
      [VERSION, 2],
      [FLAGS, 2],
      [DEFLATE, 2],
      ...moment(at),
      [0, 4],
      [0, 4],
      [0, 4],
      [path.length, 2],
      [0, 2],
    ),
    path,
  ]);

const directoryLine = ({ path, crc, packed: bytes, size, offset }: Written, at: Date): Buffer =>
  Buffer.concat([
    numbers(
      [0x02014b50, 4],
      [VERSION, 2],
      [VERSION, 2],
      [FLAGS, 2],
      [DEFLATE, 2],
      ...moment(at),
      [crc, 4],
      [bytes, 4],
      [size, 4],
      [path.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ),
    path,
  ]);
