import { openService, type Service } from '../support/service.ts'
import { openWeapp } from './host/open.ts'
import type { Weapp } from './host/weapp.ts'

const ADMINISTRATOR = '13900000901'

let service: Service
let phone: Weapp

beforeAll(async () => {
  service = await openService()
  const storage = { token: await service.signIn(ADMINISTRATOR) }
  phone = await openWeapp({ api: service.address, screen: 'jsdom', storage })
})

afterAll(async () => {
  await phone.close()
  await service.stop()
})

const openRecord = async (page: string, name: string) => {
  await phone.open(`/pages/desk/${page}/index`)
  await phone.type('查找', name)
  await phone.tap(name)
  await phone.see('保存')
}

describe('the administrator, on the phone', () => {
  it('gives a desk more seats on Saturday', async () => {
    await openRecord('desks', '溆浦县12348热线咨询岗（演示）')
    await phone.tap('周六 09:00–12:00')
    await phone.type('每段名额', '2')
    await phone.settle()
    await phone.tap('保存')
    await phone.see('新增岗位')
    await phone.tap('溆浦县12348热线咨询岗（演示）')
    await phone.see('每 30 分钟一段，每段 2 个名额')
  })

  it('adds a body in a place that was sought', async () => {
    await phone.open('/pages/desk/organisations/index?form=new')
    await phone.type('机构名称', '溆浦县示例律师事务所')
    await phone.pick('机构类型', '律师事务所')
    await phone.type('地区', '溆浦 卢峰')
    await phone.tap('湖南省怀化市溆浦县卢峰镇')
    await phone.settle()
    await phone.tap('保存')
    await phone.at('pages/home/index')
    await phone.open('/pages/desk/organisations/index')
    await phone.type('查找', '示例律师')
    await phone.see('溆浦县示例律师事务所')
  })

  it('gives somebody a new second factor', async () => {
    await openRecord('staff', '何接线（演示）')
    await phone.tap('重发动态口令')
    await phone.see('旧口令马上作废')
    await phone.tap('重发动态口令')
    await phone.see('只显示这一次，关掉就再也看不到')
  })

  it('reads which row of a sheet is wrong', async () => {
    await phone.open('/pages/desk/import/index')
    await phone.type('或者直接粘贴', '机构名称,机构类型,地区\n,法院,火星')
    await phone.settle()
    await phone.tap('导入')
    await phone.see('第 2 行')
  })

  it('without errors, and within what a mini-program can draw', async () => {
    expect(await phone.errors()).toEqual([])
    expect(await phone.overBudget()).toEqual([])
  })
})
