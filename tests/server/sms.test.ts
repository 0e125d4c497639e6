import { createLog } from '../../server/log.ts'
import { openSms } from '../../server/sms/client.ts'
import { authorization } from '../../server/sms/sign.ts'
import { testEnv } from '../support/env.ts'
import { lines } from '../support/log.ts'
import type { Mood } from '../support/outside.ts'
import { smsStandIn } from '../support/sms-stand-in.ts'

type StandIn = Awaited<ReturnType<typeof smsStandIn>>
let provider: StandIn
const log = lines()

beforeAll(async () => {
  provider = await smsStandIn()
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.state.mood = 'well'
  for (const key of Object.keys(provider.wish)) delete provider.wish[key as keyof StandIn['wish']]
})

/** The provider keeps silent for longer; the first request of a process takes its time. */
const PATIENCE = 1500

const send = (phone = '13812345678', code = '012345', more = {}) => {
  const sms = openSms(testEnv({ ...provider.env, ...more }), 5, createLog('info', log), PATIENCE)
  if (!sms) throw new Error('SMS is not configured')
  return sms(phone, code)
}
const refusal = (sending: Promise<void>) =>
  sending.then(
    () => 'sent',
    (error) => error.code,
  )

describe('a code by SMS', () => {
  it('is signed as Tencent Cloud shows it in its own example', () => {
    const payload =
      '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
    const keys = {
      secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
      secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
    }
    const signed = { service: 'cvm', host: 'cvm.tencentcloudapi.com', payload, timestamp: 1551113065 }
    expect(authorization(keys, signed)).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })

  it('reaches the provider with a signature that the provider finds right', async () => {
    await send()
    expect(provider.sent).toEqual([{ phone: '+8613812345678', code: '012345', minutes: '5' }])
  })

  it('is not sent with a wrong key', async () => {
    expect(await refusal(send(undefined, undefined, { SMS_SECRET_KEY: 'another' }))).toBe('unavailable')
  })

  it.each([
    'LimitExceeded.PhoneNumberDailyLimit',
    'LimitExceeded.PhoneNumberThirtySecondLimit',
    'LimitExceeded.DeliveryFrequencyLimit',
  ])('sent too often (%s) says so', async (code) => {
    provider.wish.refuse = code
    expect(await refusal(send())).toBe('too_many')
  })

  it('asked for too often by the whole office says so', async () => {
    provider.wish.fail = 'RequestLimitExceeded'
    expect(await refusal(send())).toBe('too_many')
  })

  it.each(['FailedOperation.InsufficientBalanceInSmsPackage', 'FailedOperation.PhoneNumberInBlacklist'])(
    'that the provider does not send (%s) is unavailable',
    async (code) => {
      provider.wish.refuse = code
      expect(await refusal(send())).toBe('unavailable')
    },
  )

  it.each([
    { Response: {} },
    { Response: { SendStatusSet: [] } },
    { Response: { SendStatusSet: [{ Code: 1 }] } },
    { Response: { Error: 'no' } },
    [],
    null,
  ])('answered with nonsense (%j) is unavailable', async (answer) => {
    provider.wish.answer = answer
    expect(await refusal(send())).toBe('unavailable')
  })

  it.each<Mood>(['silent', 'nonsense', 'endless', 'broken', 'gone', 'elsewhere'])(
    'is unavailable when the provider is %s',
    async (mood) => {
      provider.state.mood = mood
      expect(await refusal(send())).toBe('unavailable')
    },
  )

  it('is unavailable where nobody listens', async () => {
    expect(await refusal(send(undefined, undefined, { SMS_BASE: 'http://127.0.0.1:9' }))).toBe('unavailable')
  })

  it('leaves neither number nor code nor key in the log', () => {
    expect(log.text()).toContain('a service outside does not answer as it should')
    expect(log.text()).not.toMatch(/13812345678|012345|sms-secret-key/)
  })
})
