import { render, screen } from '@testing-library/react'

import CheckPage from '../../src/pages/legal-aid/check/index.tsx'
import RoutePage from '../../src/pages/legal-aid/route/index.tsx'
import { said } from '../../src/store/aid-form.ts'
import { forgetAll, serve } from './aid-support.ts'
import { asked, live, lost, settle, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

afterEach(forgetAll)

const answersSent = (path: string) =>
  asked('POST', path).map(({ body }) => (body as { answers: object }).answers)

describe('who does not know where to go', () => {
  it('answers at most five questions and is told a named way with its reason', async () => {
    serve()
    render(<RoutePage />)
    tap(/打工、受伤/)
    tap('拿不到工资、被辞退')
    tap('还没有任何决定')
    tap('有困难，请不起')
    expect(screen.getByRole('heading', { name: '哪天离职的？' })).toBeTruthy()
    tap('还在上班，或不知道')
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy()
    expect(answersSent('/api/legal-aid/routes').at(-1)).toEqual({
      trouble: 'wages',
      decided: 'nothing',
      afford: 'hard',
    })
    expect(screen.getByText(/只是指路，不用登录，也不留记录/)).toBeTruthy()
  })

  it('with a day is told the last day of each way that has one, what was assumed, and when it was checked', async () => {
    serve()
    render(<RoutePage />)
    tap(/打工、受伤/)
    tap('拿不到工资、被辞退')
    tap('还没有任何决定')
    tap('有困难，请不起')
    type('哪一天', '2026-11-20')
    tap('算一算')
    expect(await screen.findByRole('heading', { level: 1, name: /申请法律援助/ })).toBeTruthy()
    expect(screen.getByText(/假设离职之日是2026年11月20日，最后一天是2027年11月22日/)).toBeTruthy()
    expect(screen.getAllByText(/核对日期 2026-11-23/).length).toBeGreaterThan(0)
    expect(answersSent('/api/legal-aid/routes').at(-1)).toMatchObject({ since: '2026-11-20' })
  })

  it('goes back one question at a time, and what is no longer asked is not sent', async () => {
    serve()
    render(<RoutePage />)
    tap(/打工、受伤/)
    tap('拿不到工资、被辞退')
    tap('还没有任何决定')
    tap('上一个问题')
    expect(screen.getByRole('heading', { name: '事情到了哪一步？' })).toBeTruthy()
    tap('上一个问题')
    tap(/家里的事/)
    expect(screen.getByRole('button', { name: '家暴、虐待、被威胁' })).toBeTruthy()
  })

  it('without network keeps the answers and tries again', async () => {
    serve({ 'POST /api/legal-aid/routes': lost })
    render(<RoutePage />)
    tap(/只想问问/)
    tap('只想问问法律问题')
    expect(await screen.findByText('现在没有网络')).toBeTruthy()
    serve()
    tap('再试一次')
    expect(await screen.findByText(/从头再问一次/)).toBeTruthy()
  })
})

const wages = async () => {
  render(<CheckPage />)
  await screen.findByRole('heading', { name: '是什么事？' })
  tap(/打工、工资、工伤/)
  tap('拿不到工资、报酬')
}

describe('the two-minute check', () => {
  it('LP-7: tells a migrant worker who was not paid that the means need not be shown, with the article', async () => {
    live()
    serve()
    await wages()
    tap('是')
    tap('我自己的')
    tap('没有')
    tap('不要')
    expect(await screen.findByText('大概可以申请')).toBeTruthy()
    expect(screen.getByText('不用填经济状况')).toBeTruthy()
    expect(screen.getByText(/法律援助法 第三十一条第五项/)).toBeTruthy()
    expect(screen.getByText(/法律援助法 第四十二条第三项/)).toBeTruthy()
    tap('去申请')
    expect(device.visits.at(-1)?.url).toBe('/pages/legal-aid/form/index?checked=yes')
    expect(said()).toMatchObject({ matter: 'wages', migrantWorker: true, 'applicant.state': 'adult' })
  })

  it('LP-18: says at once that help comes before the formalities when fewer than seven days are left', async () => {
    serve()
    await wages()
    tap('是')
    tap('我自己的')
    tap('有')
    type('最晚哪一天', '2026-11-27')
    tap('下一步')
    tap('不要')
    expect(await screen.findByText('时间很紧')).toBeTruthy()
    expect(screen.getByText(/法律援助法 第四十四条第一项/)).toBeTruthy()
  })

  it('LA-12: where it is not the way, names others with the reason, and applying stays possible', async () => {
    serve()
    render(<CheckPage />)
    await screen.findByRole('heading', { name: '是什么事？' })
    tap(/房屋土地、邻里/)
    tap('邻里纠纷')
    expect(await screen.findByText('可能不属于法律援助')).toBeTruthy()
    expect(screen.getByRole('button', { name: /申请人民调解/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: /12348 热线/ })).toBeTruthy()
    expect(screen.getByRole('button', { name: '还是想申请，让工作人员看' })).toBeTruthy()
  })

  it('a changed answer takes the later ones away that it no longer leads to', async () => {
    serve()
    await wages()
    tap('是')
    tap('上一个问题')
    tap('上一个问题')
    tap(/房屋土地、邻里/)
    tap('借钱、欠款')
    await screen.findByText('可能不属于法律援助')
    expect(answersSent('/api/legal-aid/checks').at(-1)).toEqual({ matter: 'loan' })
    await settle()
  })
})
