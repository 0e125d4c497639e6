import { signIn } from './journeys.ts'
import type { Phone } from './phone.ts'

const VILLAGE = '胜利社区'

type Look = (name: string) => Promise<void>
const noLook: Look = async () => undefined

/** A migrant worker of 溆浦县 who was not paid: from the first page to what the check says. */
export async function checkWages(phone: Phone, look = noLook): Promise<void> {
  await phone.see('你需要什么帮助')
  await phone.tap('申请法律援助')
  await phone.see('是什么事？')
  await look('check')
  await phone.tap('打工、工资、工伤')
  await phone.tap('拿不到工资、报酬')
  await phone.see('当事人是在外打工的人吗？')
  await phone.tap('是')
  await phone.see('这是谁的事？')
  await phone.tap('我自己的')
  await phone.see('有没有必须在哪天之前办的？')
  await phone.tap('没有')
  await phone.see('要不要马上保全财产')
  await phone.tap('不要')
  await phone.see('大概可以申请')
  await phone.see('不用填经济状况')
  await look('verdict')
}

/** The application, one question at a time; nobody asks about means. */
export async function fillApplication(phone: Phone, look = noLook): Promise<void> {
  await phone.tap('去申请')
  await phone.see('事情发生在哪里？')
  await phone.tap('选村（社区）')
  await phone.see('这件事在哪里办、发生在哪里？')
  await phone.type('查找', `卢峰 ${VILLAGE}`)
  await phone.tap(VILLAGE)
  await phone.see('事情发生在哪里？')
  await phone.tap('下一步')
  await phone.see('事情是怎样的？')
  await phone.type('事情的经过', '在县城工地干了三个月，老板欠我一万八千元工资，一直说没钱')
  await look('story')
  await phone.tap('下一步')
  await phone.see('你想要什么结果？')
  await phone.type('想要的结果', '把工资要回来')
  await phone.tap('下一步')
  await phone.see('对方是谁？')
  await phone.tap('单位')
  await phone.type('对方的姓名或单位名称', '某某建筑公司')
  await look('other-side')
  await phone.tap('下一步')
  await phone.see('这件事找过哪个机关吗？')
  await phone.tap('还没有找过哪个机关')
  await phone.tap('下一步')
  await phone.see('你的姓名和证件')
  await phone.type('姓名', '张建国')
  await phone.type('证件号码', '439901198506150031')
  await phone.see('号码核对过了')
  await look('person')
  await phone.tap('下一步')
  await phone.see('怎样联系你？')
  await phone.type('联系电话', '13900000001')
  await phone.type('现在住的地方', '卢峰镇胜利社区三组')
  await phone.tap('下一步')
  await phone.see('手边有什么材料？')
  await look('materials')
  await phone.tap('下一步')
  await phone.see('这份申请是谁填的？')
  await phone.tap('我自己')
  await phone.tap('下一步')
  await phone.see('看一看，都对吗？')
  await look('whole')
}

/** Sent, after signing in on the way. Gives the number. */
export async function sendApplication(phone: Phone, telephone: string, look = noLook): Promise<string> {
  await phone.tick('以上所填属实')
  await phone.tap('登录并提交')
  await signIn(phone, telephone)
  await phone.see('申请收到了')
  await phone.see('最晚这天告诉你结果')
  await look('done')
  return /YZ\d{6}-\d{6}-\d{4,}-\d/.exec(await phone.words())?.[0] ?? 'no number'
}
