import type { RedFlag, RulesText, Verdict } from './rules-review.ts'

export const RULES_TEXT_NAME: Readonly<Record<RulesText, string>> = {
  village_rules: '村规民约',
  residents_pact: '居民公约',
  red_white: '红白理事会章程',
  collective: '集体经济组织的办法',
  other: '其他自治章程',
}

export const VERDICT_NAME: Readonly<Record<Verdict, string>> = {
  lawful: '合法',
  amend: '建议修改',
  strike: '违法须删',
}

/** The reason as the village reads it, with the article where one says so plainly. */
export const RED_FLAG: Readonly<Record<RedFlag, { name: string; law: string | null }>> = {
  against_law: { name: '与宪法、法律、法规或国家政策相抵触', law: '村民委员会组织法' },
  public_order: { name: '违背公序良俗', law: '民法典 第八条' },
  personal_rights: { name: '侵犯人身权利（搜身、限制人身自由、侮辱）', law: '村民委员会组织法' },
  democratic_rights: { name: '侵犯民主权利（限制选举、表决、知情）', law: '村民委员会组织法' },
  property_rights: { name: '侵犯合法财产权利（没收、扣押、收回承包地或宅基地）', law: '村民委员会组织法' },
  fine: { name: '自设罚款：村里无权罚款', law: '行政处罚法' },
  detention: { name: '自设拘留、没收等处罚', law: '行政处罚法' },
  married_women: { name: '限制妇女（外嫁女、离婚、丧偶）的土地和集体收益', law: '妇女权益保障法' },
  membership: { name: '违法剥夺集体经济组织成员资格', law: '农村集体经济组织法' },
  welfare: { name: '以停发补贴、不予盖章、停水停电作惩罚', law: null },
  marriage: { name: '干涉婚姻自由、生育和收养', law: '民法典 第一千零四十二条' },
  privacy: { name: '公开隐私或个人信息', law: '个人信息保护法' },
  court: { name: '禁止或限制诉讼、复议、信访、举报', law: null },
  procedure: { name: '通过的程序不合规定（没有经村民会议讨论等）', law: '村民委员会组织法' },
}
