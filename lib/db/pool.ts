import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { once } from "../config/once";
import { Connection, type Opening } from "./connection";

const opening = () => once("opening", () => new AsyncLocalStorage<Opening | null>());

/** Does work whose next connection from the pool is for this transaction; null: for none. */
export const whileOpening = <T>(what: Opening | null, work: () => T): T => opening().run(what, work);

type Lent = Connection & pg.PoolClient;
type Callback = (error: Error | undefined, client: Lent | undefined, done: (error?: Error) => void) => void;

/** A pool that neither hands out nor takes back a connection inside a transaction: it ends it. */
export class Pool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: Connection } as pg.PoolConfig);
    // What the driver's own `query` uses too.
    this.connect = ((callback?: Callback) => {
      const lent = this.#lend();
      if (!callback) return lent;
      return lent.then(
        (client) => callback(undefined, client, client.release),
        (error: Error) => callback(error, undefined, () => undefined),
      );
    }) as pg.Pool["connect"];
  }

  async #lend(): Promise<Lent> {
    for (;;) {
      const client = await (Reflect.apply(pg.Pool.prototype.connect, this, []) as Promise<Lent>);
      const release = client.release;
      client.release = (error) => {
        client.takeBack();
        if (!error && !client.isClean) client.giveUp("unclean");
        release(error ?? client.isGone);
      };
      if (client.isClean) {
        client.lend(opening().getStore() ?? null);
        return client;
      }
      client.release();
    }
  }
}
