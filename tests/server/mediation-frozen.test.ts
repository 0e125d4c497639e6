import { agreementText } from '#domain/agreement'
import { agreementIn, freeze, frozen } from '../../server/mediation/frozen.ts'
import { aesGcm } from '../../server/vault/cipher.ts'
import { openVault } from '../../server/vault/vault.ts'

const KEY = Buffer.alloc(32, 1)
const vault = openVault(aesGcm, [{ id: 'test', key: KEY }], KEY)

const FILLED = {
  facts: '墙占了通道',
  disputed: '界线在哪里',
  clauses: ['把墙退回去一米'],
  ways: ['remove'],
  amount: 1000,
  instalments: [{ dueOn: '2026-12-01', amount: 1000, what: '补偿' }],
}

describe('the text of an agreement (PM-18)', () => {
  const { text, hash } = freeze(vault, 'case', agreementIn(FILLED))

  it('is kept as it was read, whatever words a later version of this program would choose', () => {
    const kept = { ...FILLED, text: '一字一句，双方当时读的' }
    expect(frozen(vault, 'case', kept).text).toBe('一字一句，双方当时读的')
    expect(frozen(vault, 'case', { ...FILLED, text }).hash).toBe(hash)
  })

  it('shows that it was changed, by one character', () => {
    expect(frozen(vault, 'case', { ...FILLED, text: text.replace('一米', '二米') }).hash).not.toBe(hash)
  })

  it('is the one of its case: the same words of another case have another hash', () => {
    expect(frozen(vault, 'other', { ...FILLED, text }).hash).not.toBe(hash)
  })

  it('of the time before it was kept is written out as it was then', () => {
    const then = agreementText(agreementIn(FILLED), (day) => `${day} `)
    expect(then).toContain('1．2026-12-01 前：补偿 1000 元')
    expect(frozen(vault, 'case', FILLED).text).toBe(then)
  })
})
