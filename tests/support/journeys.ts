import { calendar } from '#domain/calendar'
import { addDays, type Day, dayOf, weekday } from '#domain/day'
import type { Phone } from './phone.ts'
import type { TestServer } from './server.ts'

export const VILLAGE = '胜利社区'
export const SUMMARY = '邻居砌墙占了我家宅基地'

/** The evening before three working days, so that the story does not depend on the day on which it is told. */
export async function ordinaryEvening({ post, context }: TestServer): Promise<void> {
  const days = calendar()
  const isOrdinary = (day: Day) =>
    weekday(day) <= 2 && [1, 2, 3].every((n) => days.isWorkingDay(addDays(day, n)))
  let day = addDays(dayOf(context.now()), 1)
  while (!isOrdinary(day)) day = addDays(day, 1)
  await post('/api/demo/clock', { now: `${day}T20:00:00+08:00` })
}

/** From an empty telephone to the form: a village, a day, a time. */
export async function chooseTime(phone: Phone): Promise<void> {
  await phone.see('你需要什么帮助')
  await phone.tap('预约律师回电')
  await phone.see('你住在哪个村或社区？')
  await phone.type('查找', `卢峰 ${VILLAGE}`)
  await phone.tap(VILLAGE)
  await phone.see('什么时候方便接电话？')
  await phone.tap('明天')
  await phone.tap('9:30 – 10:00')
  await phone.tap('就约')
}

export async function tellStory(phone: Phone, submit = '登录并预约'): Promise<void> {
  await phone.see('是哪方面的事？')
  await phone.tap('房子、土地、邻居')
  await phone.tap('土地征收')
  await phone.type('用一句话说说是什么事', SUMMARY)
  await phone.tap(submit)
}

const CODE = '短信里的 6 位数字'

/** In demo mode the page shows the code, and the second one of staff. */
export async function signIn(phone: Phone, telephone: string, staff = false): Promise<void> {
  await phone.settle()
  await phone.type('手机号', telephone)
  await phone.tap('获取验证码')
  await phone.tap('填上演示验证码')
  if (staff) await phone.tap('填上演示动态口令')
  await phone.settle()
  await phone.tap('登录', CODE)
  await phone.miss(CODE)
}

/** Given up for good, after being asked. */
export async function cancelBooking(phone: Phone): Promise<void> {
  await phone.tap('取消预约')
  await phone.tap('确定取消')
  await phone.see('已取消')
}

/** The whole first story: book, see the number, move, cancel. Gives the number. */
export async function bookMoveCancel(phone: Phone, telephone: string): Promise<string> {
  await chooseTime(phone)
  await tellStory(phone)
  await signIn(phone, telephone)
  await phone.see('约好了')
  await phone.screenshot('journey-done')
  const number = numberIn(await phone.words())
  await phone.tap('看办件和进展')
  await phone.see('提交了预约')
  await phone.see(number)
  await phone.screenshot('journey-case')
  await moveToAfternoon(phone)
  await phone.see(number)
  await cancelBooking(phone)
  return number
}

const numberIn = (words: string) => /RX\d{6}-\d{6}-\d{4,}-\d/.exec(words)?.[0] ?? 'no number'

export async function moveToAfternoon(phone: Phone): Promise<void> {
  await phone.tap('改时间')
  await phone.see('现在约的是')
  await phone.tap('14:30 – 15:00')
  await phone.tap('改到')
  await phone.see('改了预约时间')
  await phone.see('14:30')
}

/** An operator opens the booking of the day after this one from the list of the desk. */
export async function findAtDesk(phone: Phone, operator: string, number: string): Promise<void> {
  await phone.open('/pages/sign-in/index')
  await signIn(phone, operator, true)
  await phone.open('/pages/desk/today/index')
  await phone.type('按编号或电话查找', number)
  await phone.settle()
  await phone.tap('查找', '清除')
  await phone.see('土地征收')
}
