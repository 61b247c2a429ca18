import pg from "pg";
import { log } from "../config/log";
import { metrics } from "../config/metrics";
import { PATIENCE, type Patience } from "../domain/patience";

/** How much longer than the server the client waits: the server's own refusal is the better one. */
const SLACK_MS = 500;
/** What a COMMIT has beyond the instant at which the server refuses it as too late. */
const COMMIT_SLACK_MS = 250;

/** How soon a server notices that whoever asked has hung up: it works no longer for nobody. */
const NOTICE_MS = 1_000;
const DIVISION_BY_ZERO = "22012";

/** Why a connection is ended instead of going back to the pool, and what whoever waits for it is told. */
const WORDS = {
  silent: "Query read timeout: the database did not answer in time",
  overdue: "Query read timeout: the transaction took too long",
  unclean: "the connection was given back inside a transaction",
};
type Ended = keyof typeof WORDS;

/** A transaction that is to begin on a connection, and what became of it. */
export interface Opening {
  readonly patience: Patience;
  /** Null until it has begun. */
  begun: Begun | null;
  /** When by our clock (performance.now) its COMMIT is refused, at the latest; once that was sent. */
  lastMs?: number;
}

/** By what the server knows a transaction; see lib/db/transaction.ts. */
export interface Begun {
  xid: string;
  /** Of the server process that it runs in. */
  pid: number;
  /** Differs after a crash: the same xid is another transaction then. */
  incarnation: string;
}

interface BegunRow extends Partial<Begun> {
  xid: string;
  /** The server's clock, seconds since 1970. */
  at: string;
}

type Session = Pick<Begun, "pid" | "incarnation">;

/** When the server started, and when a crash last made it begin anew. */
export const INCARNATION = `pg_postmaster_start_time()::text || ' ' || pg_stat_get_bgwriter_stat_reset_time()::text`;
const SESSION = `pg_backend_pid() AS "pid", ${INCARNATION} AS "incarnation"`;

const limits = ({
  lockMs,
  statementMs,
  idleMs,
}: Patience) => `set_config('lock_timeout', '${lockMs}ms', true),
  set_config('statement_timeout', '${statementMs}ms', true),
  set_config('idle_in_transaction_session_timeout', '${idleMs}ms', true),`;

/**
 * A connection that whoever gives up on it ends: it never goes back to the pool with a statement under way, which would
 * hand one's transaction on to the next. How long a statement may take follows from the transaction that it is in.
 *
 * What begins a transaction also sets its limits and learns its id; what commits it is refused by the server when it
 * comes too late, for whoever waited has been told by then that nothing was saved.
 */
export class Connection extends pg.Client {
  #opening: Opening | null = null;
  #underWay = 0;
  #silence: NodeJS.Timeout | undefined;
  #overdue: NodeJS.Timeout | undefined;
  #limitMs = 0;
  #gone = false;
  #session: Session | null = null;
  /** What to add to our clock (ms) to have the server's, or a little less. */
  #serverAhead = 0;
  /** When the transaction that it is lent for is given up, by our clock. */
  #lentUntil = Number.POSITIVE_INFINITY;

  constructor(config?: pg.ClientConfig) {
    super(config);
    this.query = ((...sent: unknown[]) => this.#send(sent)) as pg.Client["query"];
    // Whoever waits for a statement is told by its rejection.
    this.on("error", () => this.#forget());
    this.on("end", () => this.#forget());
    // Heard before the driver sends the next statement.
    this.connection.on("readyForQuery", () => {
      this.#underWay = Math.max(0, this.#underWay - 1);
      if (this.#underWay > 0) this.#watch();
      else clearTimeout(this.#silence);
    });
  }

  /**
   * Sets the usual limits, for whatever is not in a transaction of ours too. Not by startup parameters: poolers refuse
   * those. @param own whether what is set and found out here stays true of this connection
   */
  async settle(own: boolean): Promise<void> {
    const { statementMs, lockMs, idleMs } = PATIENCE.usual;
    const results: unknown = await this.query(
      `SET statement_timeout = ${statementMs}; SET lock_timeout = ${lockMs};
       SET idle_in_transaction_session_timeout = ${idleMs}; SELECT ${SESSION}`,
    );
    if (own) this.#session = (results as pg.QueryResult<Session>[])[3]?.rows[0] ?? null;
    // Not on every platform that Postgres runs on.
    await this.query(`SET client_connection_check_interval = ${NOTICE_MS}`).catch(() => undefined);
  }

  /** @param opening the transaction that it is borrowed for; null for single statements */
  lend(opening: Opening | null): void {
    this.#opening = opening;
    if (!opening) return;
    const { timeoutMs } = opening.patience;
    this.#lentUntil = performance.now() + timeoutMs;
    this.#overdue = setTimeout(() => this.giveUp("overdue"), timeoutMs).unref();
  }

  takeBack(): void {
    this.#opening = null;
    clearTimeout(this.#overdue);
  }

  get isGone(): boolean {
    return this.#gone;
  }

  /** Whether nothing is under way on it and no transaction open. */
  get isClean(): boolean {
    return this.#gone || (this.#underWay === 0 && this.getTransactionStatus() === "I");
  }

  /** Hangs up, whatever is under way, which is rejected. The server rolls back what was not committed. */
  giveUp(why: Ended): void {
    if (this.#gone) return;
    this.#forget();
    metrics().connectionsEnded.inc({ why });
    log().warn({ why }, "a database connection was ended");
    this.connection.stream.destroy(new Error(WORDS[why]));
  }

  #forget(): void {
    this.#gone = true;
    clearTimeout(this.#silence);
    clearTimeout(this.#overdue);
  }

  #watch(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.giveUp("silent"), this.#limitMs).unref();
  }

  #send(sent: unknown[]): unknown {
    const opening = this.#opening;
    const text = opening && (sent[0] as { text?: unknown } | null)?.text;
    if (opening && text === "BEGIN") return this.#begin(opening);
    if (opening?.begun && text === "COMMIT") return this.#commit(opening);
    return this.#plain(sent, (opening?.patience ?? PATIENCE.usual).statementMs + SLACK_MS);
  }

  #plain(sent: unknown[], limitMs: number): unknown {
    this.#limitMs = limitMs;
    if (this.#underWay === 0 && !this.#gone) this.#watch();
    this.#underWay += 1;
    return Reflect.apply(pg.Client.prototype.query, this, sent);
  }

  async #begin(opening: Opening): Promise<unknown> {
    const own = this.#session;
    const set =
      own && opening.patience.statementMs === PATIENCE.usual.statementMs ? "" : limits(opening.patience);
    const text = `BEGIN; SELECT ${set} pg_current_xact_id()::text AS "xid",
      extract(epoch FROM clock_timestamp())::text AS "at" ${own ? "" : `, ${SESSION}`}`;
    const results = (await this.#plain([{ text }], PATIENCE.usual.statementMs + SLACK_MS)) as [
      unknown,
      pg.QueryResult<BegunRow>,
    ];
    const row = results[1].rows[0];
    if (!row) throw new RangeError("a transaction began without an id");
    const { pid = 0, incarnation = "" } = own ?? row;
    opening.begun = { xid: row.xid, pid, incarnation };
    this.#serverAhead = 1_000 * Number(row.at) - performance.now();
    return results[0];
  }

  async #commit(opening: Opening): Promise<unknown> {
    const { lockMs } = opening.patience;
    opening.lastMs = Math.min(performance.now() + lockMs, this.#lentUntil);
    const last = (opening.lastMs + this.#serverAhead) / 1_000;
    // In one message: a server that was stopped meanwhile reads both when it goes on.
    const text = `SELECT 1 / (clock_timestamp() < to_timestamp(${last.toFixed(6)}))::int; COMMIT`;
    try {
      return await this.#plain([{ text }], lockMs + COMMIT_SLACK_MS);
    } catch (error) {
      if ((error as { code?: unknown }).code !== DIVISION_BY_ZERO) throw error;
      this.giveUp("overdue");
      throw new Error(WORDS.overdue, { cause: error });
    }
  }
}
