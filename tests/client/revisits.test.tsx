import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import Revisits from '../../src/pages/desk/revisits/index.tsx'
import { asked, forgetAll, ok, problem, serve, signIn, TUESDAY, tap, type } from './hotline-support.ts'
import { device } from './stubs/device.ts'

afterEach(forgetAll)

const LOW = {
  id: 'r1',
  caseId: 'c1',
  number: 'RX-1',
  dueOn: TUESDAY,
  overdue: true,
  score: 1,
  comment: '没有听我说完',
}
const DONE = 'POST /api/desk/revisits/r1/done'
const lists = (items: readonly object[]) => ({
  'GET /api/desk/revisits': ok({ items }),
  'GET /api/desk/unrated': ok({ items: [] }),
})

it('shows an operator the low marks of others, and writes down what came of asking', async () => {
  signIn(['hotline_operator'])
  serve({ ...lists([LOW]), [DONE]: ok(undefined, 204) })
  render(<Revisits />)
  await screen.findByText('没有听我说完')
  expect(screen.getByText('超期')).toBeTruthy()
  tap('RX-1')
  expect(device.visits.at(-1)?.url).toBe('/pages/case/index?id=c1&view=desk')
  tap('回访完了')
  type(/回访情况/, '已致歉，另约律师')
  serve({ ...lists([]), [DONE]: ok(undefined, 204) })
  tap('记下，完成回访')
  await screen.findByText('没有要回访的。')
  expect(asked('POST', '/api/desk/revisits/r1/done')[0]?.body).toEqual({ result: '已致歉，另约律师' })
})

it('says what is missing, and keeps what was typed when the line is gone', async () => {
  signIn(['duty_lawyer'])
  serve({
    ...lists([LOW]),
    [DONE]: problem(422, 'invalid', '请检查', { fields: { result: '请写明回访情况' } }),
  })
  render(<Revisits />)
  fireEvent.click(await screen.findByRole('button', { name: '回访完了' }))
  tap('记下，完成回访')
  await screen.findByText('请写明回访情况')
  type(/回访情况/, '没有打通')
  serve(lists([LOW]))
  device.answer = () => Promise.reject(new Error('request:fail timeout'))
  tap('记下，完成回访')
  await waitFor(() => expect(screen.getByText(/内容都还在/)).toBeTruthy())
  expect(screen.getByDisplayValue('没有打通')).toBeTruthy()
})

it('is for those who serve at a desk', () => {
  signIn()
  serve()
  render(<Revisits />)
  expect(screen.getByText('这里是热线值班人员用的')).toBeTruthy()
})
