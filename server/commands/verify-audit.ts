import { verifyChains } from '../cases/verify.ts'
import { Trouble } from '../trouble.ts'
import { command, say } from './ground.ts'

await command(async ({ context }) => {
  const { cases, events, broken } = await verifyChains(context, (seen) => say(`${seen} cases read`))
  if (broken) throw new Trouble(`the log is broken: ${broken}`)
  say(`the log is whole: ${cases} cases, ${events} events`)
})
