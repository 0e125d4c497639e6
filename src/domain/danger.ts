import type { Day } from './day.ts'

export const DANGERS = ['suicide', 'violence', 'child'] as const
export type Danger = (typeof DANGERS)[number]

/** To whom a danger is reported: the police in the cases of CO-6 (未成年人保护法 第十一条, 反家庭暴力法 第十四条). */
export const REPORTED_TO = [
  'police',
  'procuratorate',
  'women_federation',
  'civil_affairs',
  'ambulance',
] as const

export type Contact = { number: string; name: string; checkedOn: Day }

/** Phrases are patterns in which `…` stands for up to six characters of the same sentence. */
type Signs = { danger: Danger; source: string; phrases: readonly string[] }

const SOURCE = '本服务自编词表（2026-11-23），待主管部门审核'

const CHILD = '(孩子|小孩|娃|婴儿|宝宝|儿童|幼儿|幼女|未成年|女儿|儿子|孙女|孙子|学生)'
const PERSON = '(老公|丈夫|老婆|妻子|男人|婆婆|公公|儿子|儿媳|邻居|同事|老师|同学|老板|别人|人|他们|他|她)'

/** 打 as a blow, not as in 打电话, 打工, 打印. */
const HIT = '打(?![电工印折断扰回官款包湿开掉压上发听])'

const SIGNS: readonly Signs[] = [
  {
    danger: 'suicide',
    source: SOURCE,
    phrases: [
      '自杀|自尽|自残|自我了断|轻生|寻死|寻短见|想不开',
      '想死|不想活|活不下去|没法活|活够了|不如死了|死了算了|死给你',
      '活着没意思|活着没有意思|活着没意义|活着没有意义|结束生命|结束自己|了结自己|了此一生',
      '跳楼|跳河|跳江|跳桥|跳水库|上吊|割腕|烧炭自',
      '喝农药|喝了农药|喝百草枯|喝敌敌畏|吞安眠药|一瓶安眠药|写好遗书|写了遗书|留下遗书走',
    ],
  },
  {
    danger: 'violence',
    source: SOURCE,
    phrases: [
      '家暴|家庭暴力|殴打|毒打|暴打|挨打|打架|打伤|打残|打死|往死里打|动手打|打了我',
      '又打我|总打我|老打我|常打我|天天打我|喝酒…打|喝了酒…打|喝醉…打|老公打我|丈夫打我|男人打我|老婆打我',
      `被${PERSON}?${HIT}|用皮带抽|抽我耳光|扇我耳光|踢我|拳打脚踢`,
      '打老婆|打媳妇|打老人|打父母|打妈妈|打我妈|打我爸',
      '杀人|杀我|杀他|杀她|杀了他|杀了她|杀了我|杀全家|弄死|砍人|砍死|砍伤|捅人|捅伤|捅死|捅了我',
      '拿刀|持刀|提刀|动刀子|掐脖子|掐我|掐住…脖子|勒脖子|勒住…脖子|泼汽油|纵火|放火|同归于尽|报复社会',
      '强奸|强暴|轮奸|性侵|猥亵|绑架|拐卖|囚禁|非法拘禁|不让我出门|关在家里|锁在家里',
    ],
  },
  {
    danger: 'child',
    source: SOURCE,
    phrases: [
      `${CHILD}…(挨打|挨饿|失踪|不见了|走丢|没人管|没人照顾|没饭吃)`,
      `${CHILD}…被…(${HIT}|虐|欺负|欺凌|霸凌|猥亵|性侵|强奸|拐|锁(?!定)|关(?![联注心于照系]))`,
      `(虐待|殴打|毒打|猥亵|性侵|强奸|遗弃|抛弃|拐卖|拐走|欺负|霸凌)…${CHILD}`,
      '打孩子|打小孩|打娃|打女儿|打儿子|打学生|卖孩子|弃婴|童工|校园欺凌|校园霸凌|校园暴力',
    ],
  },
]

/** Harmless phrases in which a sign happens to stand. */
const HARMLESS = [
  '打架子|狗打架|猫打架|打死不|打死也|打死结|放火腿|存放火',
  '打我电话|打我的电话|打我手机|打我的手机|打我座机|打我家电话|打我妈电话|打我妈手机|打我爸电话|打我爸手机',
  '打了我电话|打了我的电话|打了我手机|打了我的手机|打了我一个电话',
  '跳楼价|跳楼机|跳楼大甩卖|跳楼甩卖|跳楼处理|跳楼促销|跳水库存',
  '不想活动|想死你|想死我了|思想死|想不开店|想不开车|想不开票|上吊车|上吊顶|上吊灯|上吊篮|自杀式',
]

const BOUNDARY = '、'

const pattern = (phrases: readonly string[]) => phrases.join('|').replace(/…/g, '[^,。!?;:、]{0,6}')

const HARMLESS_PATTERN = new RegExp(pattern(HARMLESS), 'g')
const PATTERNS = SIGNS.map(({ danger, phrases }) => ({ danger, sign: new RegExp(pattern(phrases)) }))

/** Traditional characters of the phrases above, each followed by its simple form. */
const TRADITIONAL =
  '殺杀殘残斷断輕轻尋寻見见開开沒没夠够給给義义結结樓楼橋桥燒烧農农藥药遺遗寫写書书毆殴傷伤動动媽妈婦妇親亲綁绑強强姦奸輪轮賣卖鎖锁關关讓让門门報报復复會会縱纵潑泼於于盡尽歸归兒儿嬰婴寶宝孫孙學学蹤踪丟丢無无顧顾飯饭餓饿負负棄弃園园歲岁電电話话機机'

const SIMPLE = new Map(
  Array.from(
    { length: TRADITIONAL.length / 2 },
    (_, n) => [TRADITIONAL[2 * n], TRADITIONAL[2 * n + 1]] as const,
  ),
)

/** One line without gaps between characters: `自 殺`, `自-杀` and `自＊杀` are all 自杀. */
const plain = (text: string) =>
  [...text.normalize('NFKC').replace(/[\s\-_.*·•~^'"“”/\\|+=#@\u2010-\u2015\u200b-\u200f\ufeff]/g, '')]
    .map((character) => SIMPLE.get(character) ?? character)
    .join('')

/** The dangers a text speaks of, each once. It only raises a flag for a person: nothing is blocked because of it. */
export function dangerIn(text: string): Danger[] {
  const words = plain(text).replace(HARMLESS_PATTERN, BOUNDARY)
  return PATTERNS.filter(({ sign }) => sign.test(words)).map(({ danger }) => danger)
}

const CHECKED = '2026-11-23'
const POLICE: Contact = { number: '110', name: '报警', checkedOn: CHECKED }
const AMBULANCE: Contact = { number: '120', name: '急救', checkedOn: CHECKED }
const LEGAL: Contact = { number: '12348', name: '公共法律服务热线', checkedOn: CHECKED }
const WOMEN: Contact = { number: '12338', name: '妇女维权热线', checkedOn: CHECKED }
const YOUTH: Contact = { number: '12355', name: '青少年服务热线', checkedOn: CHECKED }
const MIND: Contact = { number: '12356', name: '心理援助热线', checkedOn: CHECKED }

/** Whom to call, the most urgent first. */
export const CONTACTS: Readonly<Record<Danger, readonly Contact[]>> = {
  suicide: [AMBULANCE, POLICE, MIND, YOUTH, LEGAL],
  violence: [POLICE, AMBULANCE, WOMEN, MIND, LEGAL],
  child: [POLICE, AMBULANCE, YOUTH, WOMEN, LEGAL],
}
