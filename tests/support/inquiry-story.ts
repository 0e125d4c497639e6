import { signIn, VILLAGE } from './journeys.ts'
import type { Phone } from './phone.ts'

export const QUESTION = '邻居砌墙占了我家宅基地三十厘米，他不认，我该怎么办？'

type Look = (name: string) => Promise<void>

/** From the home page, by the initials of the village, to the adviser; the question; the number. */
export async function askAdviser(
  phone: Phone,
  telephone: string,
  look: Look = async () => undefined,
): Promise<void> {
  await phone.open('/pages/home/index')
  await phone.tap('问村法律顾问')
  await phone.at('pages/advisers/find/index')
  await phone.type('村名、顾问姓名或律所', 'slsq')
  await phone.see('卢峰镇')
  await look('advisers-find')
  await phone.tap(VILLAGE)
  await phone.at('pages/advisers/village/index')
  await phone.see('24 小时内答复')
  await look('advisers-village')
  await phone.tap('写下来问')
  await phone.see('只有你和替你答复的人看得到')
  await phone.tap('房子、土地、邻居')
  await phone.tap('占地、采光')
  await phone.type('想问什么', QUESTION)
  await look('advisers-ask')
  await phone.tap('登录并提交')
  await signIn(phone, telephone)
  await phone.see('问题已送到')
  await look('advisers-asked')
}
