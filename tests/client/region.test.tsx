import { fireEvent, render, screen, waitFor } from '@testing-library/react'

import type { Region as Place } from '../../src/contract/region.ts'
import Region from '../../src/pages/region/index.tsx'
import { forgetPlace, usePicked, usePlace } from '../../src/store/place.ts'
import { device } from './stubs/device.ts'

const place = (
  code: string,
  name: string,
  level: Place['level'],
  parent: string | null,
  path: string,
): Place => ({
  code,
  name,
  level,
  parent,
  path,
})

const HUNAN = place('430000000000', '湖南省', 'province', null, '湖南省')
const HUAIHUA = place('431200000000', '怀化市', 'city', HUNAN.code, '湖南省 怀化市')
const HECHENG = place('431202000000', '鹤城区', 'county', HUAIHUA.code, '湖南省 怀化市 鹤城区')
const XUPU = place('431224000000', '溆浦县', 'county', HUAIHUA.code, '湖南省 怀化市 溆浦县')
const LUFENG = place('431224100000', '卢峰镇', 'town', XUPU.code, '湖南省 怀化市 溆浦县 卢峰镇')
const VILLAGE = place(
  '431224100001',
  '桔花园社区',
  'village',
  LUFENG.code,
  '湖南省 怀化市 溆浦县 卢峰镇 桔花园社区',
)
const PLACES = [HUNAN, HUAIHUA, HECHENG, XUPU, LUFENG, VILLAGE]

const search = (q: string) => PLACES.filter(({ path }) => path.includes(q))

beforeEach(() => {
  device.pagesBelow = 1
  device.answer = ({ path }) => {
    const { searchParams } = new URL(path, 'http://api.linfa.test')
    const q = searchParams.get('q')
    const items = q ? search(q) : PLACES.filter(({ parent }) => parent === searchParams.get('parent'))
    return { status: 200, body: { items } }
  }
})
afterEach(forgetPlace)

it('begins where there is a choice and goes down to the village', async () => {
  render(<Region />)
  fireEvent.click(await screen.findByRole('button', { name: '溆浦县' }))
  fireEvent.click(await screen.findByRole('button', { name: '卢峰镇' }))
  fireEvent.click(await screen.findByRole('button', { name: '桔花园社区' }))
  await waitFor(() => expect(device.visits).toEqual([{ way: 'navigateBack', url: '-1' }]))
  expect(usePlace.getState().place?.code).toBe(VILLAGE.code)
  expect(device.storage.get('place')).toMatchObject({ code: VILLAGE.code })
})

it('goes back up by the names of the way', async () => {
  render(<Region />)
  fireEvent.click(await screen.findByRole('button', { name: '溆浦县' }))
  await screen.findByRole('button', { name: '卢峰镇' })
  fireEvent.click(screen.getByRole('button', { name: '回到全部' }))
  expect(await screen.findByRole('button', { name: '鹤城区' })).toBeTruthy()
})

it('finds a village by a part of its name and says where it lies', async () => {
  render(<Region />)
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '桔花' } })
  const found = await screen.findByRole('button', { name: /桔花园社区/ })
  expect(found.textContent).toContain('怀化市 溆浦县 卢峰镇')
  fireEvent.click(found)
  await waitFor(() => expect(usePlace.getState().place?.name).toBe('桔花园社区'))
})

it('opens a town that was found instead of taking it for the village', async () => {
  render(<Region />)
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '卢峰镇' } })
  fireEvent.click(await screen.findByRole('button', { name: /^卢峰镇/ }))
  expect(await screen.findByRole('button', { name: '桔花园社区' })).toBeTruthy()
  expect(usePlace.getState().place).toBeNull()
})

it('lets a town do when the village cannot be found', async () => {
  render(<Region />)
  fireEvent.click(await screen.findByRole('button', { name: '溆浦县' }))
  fireEvent.click(await screen.findByRole('button', { name: '卢峰镇' }))
  fireEvent.click(await screen.findByRole('button', { name: '找不到我的村，先选“卢峰镇”' }))
  await waitFor(() => expect(usePlace.getState().place?.code).toBe(LUFENG.code))
})

it('says what to try when nothing is found', async () => {
  render(<Region />)
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '没有这个村' } })
  expect(await screen.findByText('没有找到这个名字')).toBeTruthy()
})

it('LP-1: where a matter is dealt with is another question, and leaves the village of the person alone', async () => {
  device.params = { next: 'matter' }
  render(<Region />)
  expect(screen.getByText('这件事在哪里办、发生在哪里？')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: '溆浦县' }))
  fireEvent.click(await screen.findByRole('button', { name: '就选“溆浦县”' }))
  await waitFor(() => expect(usePicked.getState().picked?.name).toBe('溆浦县'))
  expect(usePlace.getState().place).toBeNull()
})

it('goes on to the times when a booking has asked for the village', async () => {
  device.params = { next: 'slots' }
  render(<Region />)
  fireEvent.change(screen.getByLabelText('查找'), { target: { value: '桔花' } })
  fireEvent.click(await screen.findByRole('button', { name: /桔花园社区/ }))
  await waitFor(() =>
    expect(device.visits).toEqual([{ way: 'redirectTo', url: '/pages/hotline/slots/index' }]),
  )
})
