import { rotateKeys } from '../vault/rotate.ts'
import { command, say } from './ground.ts'

await command(async ({ context }) => {
  const counts = await rotateKeys(context, say)
  for (const [table, count] of Object.entries(counts)) say(`${table}: ${count} keys wrapped anew`)
  say('every key is under the first of DATA_KEYS; the others may go once all backups made with them are gone')
})
