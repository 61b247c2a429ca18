/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** Uniform in [0, 1), 32 bits fine. */
  uniform(): number;
}

/** A source of chance in streams: what is drawn from one does not depend on what was drawn from others. */
export interface Streams extends Chance {
  /** Goes to the beginning of a stream, named by two whole numbers. */
  begin(stream: number, part: number): void;
  /** Uniform in (0, 1), both left out, 32 bits fine. */
  uniform(): number;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): whole numbers of 32 bits. */
function sfc32() {
  let [a, b, c, counter] = [0, 0, 0, 1];
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  const begin = (first: number, second: number, third: number) => {
    [a, b, c, counter] = [first | 0, second | 0, third | 0, 1];
    for (let warm = 0; warm < 16; warm += 1) next();
  };
  return { begin, next };
}

/** A seeded source of chance. @param seed any whole number; its 32 lowest bits count */
export function chance(seed: number): Chance {
  const { begin, next } = sfc32();
  begin(0x9e3779b9, 0x243f6a88, seed);
  return { uniform: () => next() / 4_294_967_296 };
}

/** Seeded streams of chance. @param seed any whole number; its 32 lowest bits count, as of the names of streams */
export function streams(seed: number): Streams {
  const { begin, next } = sfc32();
  begin(0, 0, seed);
  return {
    begin: (stream, part) => begin(stream, part, seed),
    uniform: () => (next() + 0.5) / 4_294_967_296,
  };
}
