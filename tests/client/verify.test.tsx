import { act, fireEvent, render, screen } from '@testing-library/react'

import type { GenuineDocument } from '../../src/contract/document.ts'
import Verify from '../../src/pages/account/verify/index.tsx'
import CasePage from '../../src/pages/case/index.tsx'
import { codeIn } from '../../src/services/verify.ts'
import { forgetAll, ok, problem, serve, settle, signIn, tap, theCase, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

const CODE = '7K3M-90AB-CDEF-GH12'
const genuine: GenuineDocument = {
  genuine: true,
  type: 'FZ-009',
  name: '给予法律援助决定书',
  number: '溆援给字〔2026〕第12号',
  organisation: '溆浦县法律援助中心',
  issuedOn: '2026-11-23',
  state: 'issued',
  stateText: '有效',
  voidedOn: null,
  digest: '3F9A-21BC',
}

beforeEach(() => {
  device.params = {}
})
afterEach(forgetAll)

describe('verifying a document', () => {
  it('needs no account: the code is typed and the answer compared with the paper', async () => {
    serve({ [`GET /api/verify/${CODE}`]: ok(genuine) })
    render(<Verify />)
    type('验证码', CODE)
    tap('核对')
    await settle()
    for (const words of ['是真的，现在有效', '溆援给字〔2026〕第12号', '溆浦县法律援助中心', '3F9A-21BC'])
      expect(screen.getByText(words)).toBeTruthy()
    tap('核对另一份')
    expect(screen.getByLabelText(/验证码/)).toHaveProperty('value', '')
  })

  it('starts by itself when it was opened from the picture on the paper', async () => {
    device.params = { code: CODE }
    serve({ [`GET /api/verify/${CODE}`]: ok({ ...genuine, state: 'void', voidedOn: '2026-12-01' }) })
    render(<Verify />)
    await settle()
    expect(screen.getByText('是这里出具的，但已经作废')).toBeTruthy()
    expect(screen.getByText('2026年12月1日')).toBeTruthy()
  })

  it('says what to do with a wrong code, and keeps what was typed', async () => {
    serve({ 'GET /api/verify/7K3M': problem(404, 'not_found', '可能看错了一个，请再输一遍') })
    render(<Verify />)
    tap('核对')
    expect(screen.getByText('请填写文书上的验证码')).toBeTruthy()
    type('验证码', '7K3M')
    tap('核对')
    await settle()
    expect(screen.getByText('可能看错了一个，请再输一遍')).toBeTruthy()
    expect(screen.getByLabelText(/验证码/)).toHaveProperty('value', '7K3M')
  })

  it('finds the code in whatever a camera or the platform hands over', () => {
    const address = `https://law.example.cn/verify?code=${CODE}`
    for (const opened of [
      { code: CODE },
      { q: encodeURIComponent(address) },
      { q: address },
      { scene: encodeURIComponent(`code=${CODE}`) },
      { scene: CODE },
    ])
      expect(codeIn(opened)).toBe(CODE)
    expect(codeIn({})).toBe('')
    expect(codeIn({ q: '%' })).toBe('%')
  })
})

describe('documents of a case', () => {
  const CASE = '/api/cases/431224-c1'
  const documents = [
    { id: 'd1', type: 'FZ-009', number: genuine.number, state: 'void', stateText: '已作废' },
    { id: 'd2', type: 'FZ-009', number: '溆援给字〔2026〕第13号', state: 'issued', stateText: '有效' },
  ].map((one) => ({ ...one, name: `给予法律援助决定书 ${one.number}`, issuedOn: '2026-11-23' }))

  beforeEach(() => {
    device.params = { id: '431224-c1' }
    signIn()
  })

  it('are offered as PDF and as Word file, the latest first, a void one called void', async () => {
    serve({ [`GET ${CASE}`]: ok({ ...theCase(), documents }) })
    render(<CasePage />)
    await settle()
    const names = screen
      .getAllByRole('button', { name: /^下载/ })
      .map((one) => one.getAttribute('aria-label'))
    expect(names).toEqual([
      '下载 PDF：给予法律援助决定书 溆援给字〔2026〕第13号',
      '下载 Word：给予法律援助决定书 溆援给字〔2026〕第13号',
      '下载 PDF：给予法律援助决定书 溆援给字〔2026〕第12号',
      '下载 Word：给予法律援助决定书 溆援给字〔2026〕第12号',
    ])
    expect(screen.getByText('已作废，以新的为准')).toBeTruthy()
  })

  it('are fetched with the right of the person and saved under their name; a refusal is said', async () => {
    serve({ [`GET ${CASE}`]: ok({ ...theCase(), documents }) })
    const asked: string[] = []
    const saved: string[] = []
    let fails = false
    const fetch = async (url: string, { headers }: { headers: Record<string, string> }) => {
      asked.push(`${url.replace(API_BASE, '')} ${headers.Authorization ? 'signed' : 'unsigned'}`)
      if (fails)
        return { ok: false, status: 404, json: async () => ({ code: 'not_found', detail: '没有这份文书' }) }
      return { ok: true, blob: async () => new Blob(['%PDF-']) }
    }
    Object.assign(globalThis, { fetch })
    URL.createObjectURL = () => 'blob:1'
    URL.revokeObjectURL = () => undefined
    HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      saved.push(this.download)
    }
    render(<CasePage />)
    await settle()
    const pdf = screen.getByRole('button', { name: /^下载 PDF.*13号/ })
    await act(async () => void fireEvent.click(pdf))
    await settle()
    expect(asked).toEqual([`${CASE}/documents/d2?format=pdf signed`])
    expect(saved).toEqual(['给予法律援助决定书 溆援给字〔2026〕第13号.pdf'])
    fails = true
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: /^下载 PDF.*13号/ })))
    await settle()
    expect(screen.getByText('没有这份文书')).toBeTruthy()
  })
})
