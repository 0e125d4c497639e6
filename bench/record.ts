import type { Database, Db, Statement } from '../server/db/sql.ts'

/** One statement as our server sent it. */
export type Sent = { name: string; text: string; values: unknown[] }

/** A database that writes down what it is asked, so that the floor can ask exactly the same. */
export function recording(database: Database): { database: Database; sent: Sent[] } {
  const sent: Sent[] = []
  const note = ({ name, text }: Statement<unknown>, values: unknown[]) => sent.push({ name, text, values })
  const wrap = (db: Db): Db => ({
    many: (statement, ...values) => {
      note(statement, values)
      return db.many(statement, ...values)
    },
    one: (statement, ...values) => {
      note(statement, values)
      return db.one(statement, ...values)
    },
    run: (statement, ...values) => {
      note(statement, values)
      return db.run(statement, ...values)
    },
    raw: (text, values) => db.raw(text, values),
  })
  const control = (text: string) => sent.push({ name: '', text, values: [] })
  return {
    sent,
    database: {
      ...database,
      ...wrap(database),
      async inTransaction(work) {
        control('begin')
        const result = await database.inTransaction((tx) => work(wrap(tx)))
        control('commit')
        return result
      },
    },
  }
}
