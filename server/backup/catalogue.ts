import { sql } from '../db/sql.ts'

/** What the database says of itself: the backup knows no table by name but `migration`. */

const OURS = `relnamespace = 'public'::regnamespace`

export const tables = sql<{ name: string; columns: string[] }>(
  'backup_tables',
  `select relname as name,
      array(select attname::text from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
    from pg_class where ${OURS} and relkind = 'r' and relname <> 'migration' order by relname`,
)

export const sequences = sql<{ name: string; last: string | null }>(
  'backup_sequences',
  `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' order by 1`,
)

export const migrations = sql<{ name: string }>(
  'backup_migrations',
  'select name from migration order by name',
)

export const foreignKeys = sql<{ table: string; name: string; definition: string }>(
  'backup_foreign_keys',
  `select relname as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where ${OURS} and contype = 'f' and conparentid = 0 order by 1, 2`,
)

export const othersConnected = sql<{ count: number }>(
  'backup_others',
  `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
)

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
