import type { Context } from '../context.ts'
import { type Allowance, spend } from '../http/limits.ts'

const HOUR = 3600

/** Many people share one address behind the network of an operator, so addresses get more. */
const CODES_FROM_ADDRESS = { times: 60, seconds: HOUR }
const CODES_TO_NUMBER = [
  { times: 5, seconds: HOUR },
  { times: 10, seconds: 24 * HOUR },
]
const ATTEMPTS_FROM_ADDRESS = { times: 300, seconds: HOUR }
const PHONE_BUTTON = { times: 10, seconds: HOUR }

/** In demo mode a few invented people are signed in again and again from one address, and no message is paid for. */
const generous = ({ env }: Context, { times, seconds }: Allowance) =>
  env.demo ? { times: times * 4, seconds } : { times, seconds }

const limit = (context: Context, what: string, who: string, allowance: Allowance) =>
  spend(context, what, who, generous(context, allowance))

export async function limitCodes(context: Context, phone: string, from: string): Promise<void> {
  await limit(context, 'code-from', from, CODES_FROM_ADDRESS)
  for (const allowance of CODES_TO_NUMBER) await limit(context, 'code-to', phone, allowance)
}

/**
 * Not counted for the number: anybody could lock somebody else out. Five attempts for each of the ten codes a day
 * (`CODES_TO_NUMBER`) bound what can be guessed.
 */
export const limitAttempts = (context: Context, from: string): Promise<void> =>
  limit(context, 'attempt-from', from, ATTEMPTS_FROM_ADDRESS)

/** Each reading of a number costs money (WX-3). */
export const limitPhoneButton = (context: Context, accountId: string): Promise<void> =>
  limit(context, 'phone-button', accountId, PHONE_BUTTON)
