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

/** As `wx.uploadFile`: the answer is text, and the task tells how far it is. */
export const uploadFile = ({ url, header = {}, formData, filePath }: Taro.uploadFile.Option) => {
  const asked: Asked = {
    method: 'POST',
    path: url.replace(API_BASE, ''),
    header: header as Record<string, string>,
    body: { ...formData, filePath },
  }
  device.asked.push(asked)
  const answer = async () => {
    if (!device.online) throw { errMsg: 'uploadFile:fail ' }
    const { status, body } = await device.answer(asked)
    return { statusCode: status, data: JSON.stringify(body), errMsg: 'uploadFile:ok' }
  }
  return Object.assign(answer(), {
    progress: (tell: (at: { progress: number }) => void) => tell({ progress: 45 }),
  })
}
