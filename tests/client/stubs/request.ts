import type Taro from '@tarojs/taro'
import { type Asked, device } from './device.ts'

type Answered = Pick<Taro.request.SuccessCallbackResult, 'statusCode' | 'data' | 'header' | 'errMsg'>

const asAsked = ({ url, method = 'GET', header = {}, data }: Taro.request.Option): Asked => ({
  method,
  path: url.replace(API_BASE, ''),
  header,
  body: data,
})

/** As `wx.request`: any status is an answer, only a lost one is a failure. */
export const request = async (option: Taro.request.Option): Promise<Answered> => {
  const asked = asAsked(option)
  device.asked.push(asked)
  if (!device.online) throw { errMsg: 'request:fail ' }
  const { status, body } = await device.answer(asked)
  return { statusCode: status, data: structuredCloneOf(body), header: {}, errMsg: 'request:ok' }
}

/** What came over a wire shares nothing with what the test holds. */
const structuredCloneOf = (body: unknown): unknown =>
  body === undefined ? '' : JSON.parse(JSON.stringify(body))
