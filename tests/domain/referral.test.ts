import { calendar } from '#domain/calendar'
import { HANDLING, HANDLINGS, legalAidNotice } from '#domain/consultation'
import { referralLength } from '#domain/limit-words'
import { lastDay, REFERRAL, REFERRALS, referralOn } from '#domain/referral'

const DAYS = calendar()

describe('the cards that say where else help is to be had', () => {
  it.each([
    ['administrative_review', '2026-09-01', '2026-11-02'],
    ['administrative_suit', '2026-05-06', '2026-11-06'],
    ['labour_arbitration', '2025-11-24', '2026-11-24'],
    ['land_arbitration', '2024-11-25', '2026-11-25'],
    ['civil_suit', '2023-11-24', '2026-11-24'],
    ['state_compensation', '2024-11-25', '2026-11-25'],
  ] as const)('%s, counted from %s, ends on %s, moved off holidays', (id, since, lastOn) => {
    expect(lastDay(id, since, DAYS)?.lastOn).toBe(lastOn)
  })

  it('never say that a limit has passed; they say what was assumed and that help is to be sought soon', () => {
    for (const id of REFERRALS) {
      const last = lastDay(id, '1990-01-01', DAYS)
      if (last) {
        expect(last.text).toContain('请尽快咨询')
        expect(last.text).toContain('假设')
        expect(last.text).toContain('法律援助法 第四十四条')
      }
      expect(`${last?.text}${REFERRAL[id].text}`).not.toMatch(/已过|过期|超过时效/)
    }
  })

  it('reckon nothing without a day to count from, or where no limit is known', () => {
    expect(lastDay('labour_arbitration', null, DAYS)).toBeNull()
    expect(lastDay('line_12345', '2026-11-01', DAYS)).toBeNull()
  })

  it('name the law wherever there is a limit, and the day on which each was checked', () => {
    for (const { law, limit, checkedOn } of Object.values(REFERRAL)) {
      expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
      if (limit) expect(law).toContain(limit.law.split(' ')[0] ?? '')
    }
  })
})

describe('the rows of the law', () => {
  it('have a first day in force and a mark; what is not sure is not shown as law', () => {
    for (const { from, mark, law, limit } of Object.values(REFERRAL)) {
      expect(from).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(law === null).toBe(mark === 'K-M' || mark === 'D')
      if (law === null) expect(limit).toBeNull()
    }
  })

  it('keep the limit of the day on which it began: three months since the revised law of arbitration, six before', () => {
    expect(referralLength('award_set_aside', '2026-03-01')).toBe('三个月')
    expect(referralLength('award_set_aside', '2026-02-28')).toBe('六个月')
    expect(lastDay('award_set_aside', '2026-02-10', DAYS)?.lastOn).toBe('2026-08-10')
    expect(lastDay('award_set_aside', '2026-03-10', DAYS)?.lastOn).toBe('2026-06-10')
    expect(referralOn('civil_suit', '2019-01-01')).toBe(REFERRAL.civil_suit)
  })
})

describe('what is recorded of an answer', () => {
  it('keeps the wording of the right to legal aid as data, with its article (LA-2)', () => {
    expect(legalAidNotice('2026-11-23')).toMatchObject({ law: '法律援助法 第二十三条' })
    expect(legalAidNotice('2026-11-23').text).toMatch(/申请法律援助.*条件.*程序/)
  })

  it('gives every way of handling the code of the report (SYS123), none twice', () => {
    expect(new Set(HANDLINGS.map((handling) => HANDLING[handling].code)).size).toBe(HANDLINGS.length)
  })
})
