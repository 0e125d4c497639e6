import { resolve } from 'node:path'

import { makeBackup } from '../backup/make.ts'
import { openServer } from '../db/open.ts'
import { readPlaces } from '../env.ts'
import { inOneLine, Trouble } from '../trouble.ts'

const say = (line: string) => {
  process.stdout.write(`${line}\n`)
}

async function backup(dir: string | undefined) {
  const places = readPlaces()
  const { passphrase, keys, filesDir, filesS3 } = places
  if (!dir) throw new Trouble('name a new folder: npm run backup -- DIR')
  if (!passphrase) throw new Trouble('BACKUP_PASSPHRASE is missing: the keys in a backup are sealed under it')
  if (!keys) throw new Trouble('DATA_KEYS and INDEX_KEY are missing: a backup without keys can never be read')
  const { url, where, stop } = await openServer(places, { say })
  try {
    say(`backing up ${where} and ${filesDir}`)
    await makeBackup(resolve(dir), { url, filesDir, keys, passphrase, at: new Date().toISOString(), say })
    if (filesS3)
      say(
        `NOT in this backup: the files in the bucket ${filesS3.bucket}. Copy the bucket now, after the database.`,
      )
    say(`done: ${resolve(dir)}. Keep the passphrase somewhere else.`)
  } finally {
    await stop()
  }
}

backup(process.argv[2]).catch((error) => {
  process.stderr.write(`${inOneLine(error)}\n`)
  process.exitCode = 1
})
