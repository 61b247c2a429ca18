import { randomId } from "../random-id";

const NAME = "plumbline.live";
const RENEW_MS = 1_000;
const LEASE_MS = 3_000;

/** Work that one tab of the browser does; what it returns ends it. */
export type Work = () => () => void;

/** The part of the browser by which tabs agree on a leader. */
export interface Agreement {
  locks?: Pick<LockManager, "request"> | undefined;
  storage?: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null | undefined;
}

/**
 * Does the work as soon as no other tab does it, until it is given up: by a Web Lock, or where there is none (no https)
 * by a lease in localStorage. @returns what gives it up
 */
export function lead({ locks, storage }: Agreement, work: Work): () => void {
  if (locks) return leadByLock(locks, work);
  if (storage) return leadByLease(storage, work);
  return work();
}

function leadByLock(locks: Pick<LockManager, "request">, work: Work): () => void {
  const given = new AbortController();
  let end: (() => void) | null = null;
  locks
    .request(NAME, { signal: given.signal }, () => {
      if (given.signal.aborted) return undefined;
      const stop = work();
      return new Promise<void>((release) => {
        end = () => {
          stop();
          release();
        };
      });
    })
    // Given up before it was its turn.
    .catch(() => undefined);
  return () => {
    given.abort();
    end?.();
    end = null;
  };
}

interface Lease {
  tab: string;
  until: number;
}

function leadByLease(storage: NonNullable<Agreement["storage"]>, work: Work): () => void {
  const tab = randomId();
  let stop: (() => void) | null = null;
  const held = (): Lease | null => {
    try {
      return JSON.parse(storage.getItem(NAME) ?? "null") as Lease | null;
    } catch {
      return null;
    }
  };
  const renew = () => {
    const lease = held();
    const now = Date.now();
    const others =
      lease !== null && lease.tab !== tab && lease.until > now && lease.until < now + 2 * LEASE_MS;
    if (others) {
      stop?.();
      stop = null;
      return;
    }
    try {
      storage.setItem(NAME, JSON.stringify({ tab, until: now + LEASE_MS }));
    } catch {
      // No room: then every tab listens for itself.
    }
    stop ??= work();
  };
  renew();
  const timer = setInterval(renew, RENEW_MS);
  return () => {
    clearInterval(timer);
    stop?.();
    stop = null;
    if (held()?.tab === tab) storage.removeItem(NAME);
  };
}
