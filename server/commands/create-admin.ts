import { readPhone } from '#domain/phone'
import { createAdministrator } from './first-admin.ts'
import { command, say } from './ground.ts'

const USAGE = `npm run admin:create -- PHONE NAME [CITY]

  PHONE  mobile number of the administrator
  NAME   as colleagues know them
  CITY   code of 12 digits, when there are regions of several cities`

/** What was typed is checked before the database is opened. */
function readArguments() {
  const [typed = '', name = '', city] = process.argv.slice(2)
  const read = readPhone(typed)
  if ('kind' in read && read.kind === 'mobile' && name.trim())
    return { phone: read.phone, name: name.trim(), city }
  process.stderr.write(`${USAGE}\n`)
  return process.exit(1)
}

const first = readArguments()
await command(async ({ context }) => {
  const otpUri = await createAdministrator(context, first)
  say(
    'The administrator signs in with this number, the code by SMS, and the six digits of an authenticator app.',
  )
  say('For the app, shown this once (running the command again makes a new one and ends all sessions):')
  say(otpUri)
})
