import pg from 'pg'

/** A statement with a name is planned once per connection. `Row` is what it returns. */
export type Statement<Row> = { readonly name: string; readonly text: string; readonly row?: Row }

/** Where statements run: the pool, or one transaction of it. */
export type Db = {
  many<Row>(statement: Statement<Row>, ...values: unknown[]): Promise<Row[]>
  one<Row>(statement: Statement<Row>, ...values: unknown[]): Promise<Row | undefined>
  /** The number of rows changed. */
  run(statement: Statement<unknown>, ...values: unknown[]): Promise<number>
  /** For libraries that bring their own SQL (the job queue). */
  raw(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

export type Database = Db & {
  inTransaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
  /** Calls back on every `notify` of this channel, from any process, and after a lost connection has come back. */
  listen(channel: string, heard: () => void): Promise<void>
  end(): Promise<void>
}

export const sql = <Row = unknown>(name: string, text: string): Statement<Row> => ({ name, text })

/** `2026-11-23 09:30:00+08` as PostgreSQL writes it (the connection's zone is Shanghai) → ISO 8601. */
const instant = (text: string) => `${text.slice(0, 10)}T${text.slice(11, 19)}+08:00`

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, instant)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.INT8, Number)

/** Connects lazily, with at most `connections` at once and one more for each channel listened to. */
export function connect({ url }: { url: string }, connections = 10): Database {
  const settings = { connectionString: url, types, options: '-c TimeZone=Asia/Shanghai -c DateStyle=ISO' }
  const pool = new pg.Pool({ ...settings, max: connections, connectionTimeoutMillis: 5000 })
  // An idle connection that breaks is replaced on the next query, which reports what is wrong.
  pool.on('error', () => undefined)
  const stops: (() => Promise<void>)[] = []
  return {
    ...statementsOn(pool),
    inTransaction: (work) => inTransaction(pool, work),
    async listen(channel, heard) {
      stops.push(await listen(settings, channel, heard))
    },
    async end() {
      await Promise.all([...stops.map((stop) => stop()), pool.end()])
    },
  }
}

/** For a connection that a library opened. */
export function statementsOn(client: pg.Pool | pg.ClientBase): Db {
  const ask = (statement: Statement<unknown>, values: unknown[]) =>
    client.query({ name: statement.name, text: statement.text, values })
  return {
    many: async (statement, ...values) => (await ask(statement, values)).rows,
    one: async (statement, ...values) => (await ask(statement, values)).rows[0],
    run: async (statement, ...values) => (await ask(statement, values)).rowCount ?? 0,
    raw: (text, values) => client.query(text, values),
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(statementsOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const RECONNECT_MS = 500

/** A connection of its own that comes back after it was lost, and then calls `heard` for what it may have missed. */
async function listen(settings: pg.ClientConfig, channel: string, heard: () => void) {
  let client: pg.Client
  let stopped = false
  const open = async () => {
    client = new pg.Client(settings)
    client.on('notification', heard)
    client.on('error', () => undefined)
    client.once('end', () => !stopped && setTimeout(again, RECONNECT_MS).unref())
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  }
  const again = () => open().then(heard, () => undefined)
  await open()
  return async () => {
    stopped = true
    await client.end()
  }
}
