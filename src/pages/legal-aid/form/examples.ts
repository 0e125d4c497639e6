import type { Matter } from '#domain/aid-matter'

type Example = { story: string; wish: string }

const USUAL: Example = {
  story: '2026年5月，在村口，他家的狗咬伤了我的腿，花了药费两千多。找过他两次，他不肯赔。有病历和发票。',
  wish: '请他赔医药费和误工费。',
}

/** How somebody else told it: a worked example helps more than a rule. */
const OF: Readonly<Partial<Record<Matter, Example>>> = {
  wages: {
    story:
      '2026年3月到8月，我在县城南门工地跟李老板做木工，说好一天260元，一共干了92天，只付了一万，还欠一万三千多。打电话他不接。有记工本和微信聊天。',
    wish: '要回欠我的工资 13920 元。',
  },
  labour_relation: {
    story: '2024年2月起，我在某食品厂上班，没有签合同，工资发微信。今年9月受了伤，厂里说我不是他们的工人。',
    wish: '确认我和厂里是劳动关系。',
  },
  work_injury: {
    story: '2026年9月12日，我在某砖厂上夜班，右手被机器压伤，断了两根手指。厂里付了两万就不管了。',
    wish: '认定工伤，赔医药费、误工费和伤残的钱。',
  },
  traffic: {
    story:
      '2026年7月1日早上，我骑电动车在镇上被一辆小货车撞倒，小腿骨折，交警定对方全责，保险公司只肯赔一半。',
    wish: '赔医药费、误工费、护理费。',
  },
  support: {
    story:
      '我今年74岁，和老伴有三个儿子。大儿子、二儿子五年没给过一分钱，也不来看。我有糖尿病，每月药费六百。',
    wish: '请他们每人每月给400元，看病的钱平摊。',
  },
  violence: {
    story: '结婚六年，他喝了酒就打我，最近一次是10月3日，把我眼睛打肿，报过警。我现在带孩子住在娘家。',
    wish: '要一份保护令，不让他再打我；离婚，孩子归我。',
  },
  fake_goods: {
    story: '2026年4月在镇上农资店买了十袋化肥，用后三亩稻子都黄了，农技站的人说肥料不合格。店里不认。',
    wish: '赔三亩稻子的损失和化肥钱。',
  },
}

export const exampleOf = (matter: Matter | null): Example => (matter && OF[matter]) ?? USUAL
