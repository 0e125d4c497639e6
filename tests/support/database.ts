import { randomUUID } from 'node:crypto'

import { connect, type Database } from '../../server/db/sql.ts'

/** Set by the tier's global setup. */
const server = () => process.env.LINFA_TEST_SERVER ?? ''
export const TEMPLATE = 'linfa_test_template'

export const urlOf = (base: string, name: string): string => {
  const url = new URL(base)
  url.pathname = `/${name}`
  return url.href
}

export async function administer(base: string, ...statements: string[]): Promise<void> {
  const admin = connect({ url: base }, 1)
  try {
    for (const statement of statements) await admin.raw(statement)
  } finally {
    await admin.end()
  }
}

export type FreshDatabase = { database: Database; url: string; drop(): Promise<void> }

/** A database of its own for one test file: migrated, with the division tree and the demo data. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `linfa_test_${randomUUID().replaceAll('-', '')}`
  await administer(server(), `create database ${name} template ${TEMPLATE}`)
  const url = urlOf(server(), name)
  const database = connect({ url }, 10)
  return {
    database,
    url,
    async drop() {
      await database.end()
      await administer(server(), `drop database if exists ${name} with (force)`)
    },
  }
}
