import type { RedFlag, RulesReviewAction, RulesReviewStatus, RulesText, Verdict } from './rules-review.ts'
import { clausesNow, type Opinion, onTable, RED_FLAGS, type RulesPaper } from './rules-review.ts'

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

type StepWords = { ask: string; done: string; means?: string; final?: boolean }

export const RULES_REVIEW_WORDS: {
  title: string
  opened: string
  status: Readonly<Record<RulesReviewStatus, { text: string; next: string }>>
  action: Readonly<Record<RulesReviewAction, StepWords>>
  clock: Readonly<Record<string, string>>
} = {
  title: '村规民约审查',
  opened: '提交了草案',
  status: {
    under_review: { text: '审查中', next: '法律顾问逐条看，看完会告诉村里' },
    returned: { text: '已有意见', next: '按意见改好再送审；没有违法条款的，村民会议通过后由司法所备案' },
    filed: { text: '已备案', next: '村民可以在“本村法律顾问”里看到全文' },
    to_correct: { text: '责令改正', next: '请按乡镇的意见改好，再送法律顾问看' },
    withdrawn: { text: '已撤回', next: '需要时可以重新提交' },
  },
  action: {
    give_opinion: { ask: '逐条写意见', done: '提出了审查意见' },
    revise: { ask: '改好再送审', done: '改了草案，再次送审' },
    file_final: { ask: '备案', done: '备案了', means: '全文向村民公开。请核对与村民会议通过的文本一致' },
    order_correction: { ask: '责令改正', done: '责令改正', means: '公开的全文会收回，直到改好', final: true },
    withdraw: { ask: '撤回', done: '撤回了草案', final: true },
  },
  clock: { opinion: '审查意见' },
}

const flagText = (flag: RedFlag) => ({ flag, text: RED_FLAG[flag].name, law: RED_FLAG[flag].law })

const opinionText = ({ verdict, flags, advice }: Opinion) => ({
  verdict,
  verdictText: VERDICT_NAME[verdict],
  flags: flags.map(flagText),
  advice: advice ?? null,
})

type Words = Readonly<Record<string, unknown>>

const headOf = (form: Words) => ({
  title: String(form.title ?? ''),
  what: RULES_TEXT_NAME[form.what as RulesText] ?? '',
})

/** The draft on the table and what was said of it, as its pages show it. */
export function shownRules(form: Words, papers: readonly RulesPaper[]) {
  const { clauses, ...rest } = onTable(form, papers)
  return {
    ...headOf(form),
    ...rest,
    clauses: clauses.map(({ opinion, ...clause }) => ({
      ...clause,
      opinion: opinion && opinionText(opinion),
    })),
    redFlags: RED_FLAGS.map(flagText),
  }
}

/** The final version, for everybody. */
export function filedRules(number: string, form: Words, papers: readonly RulesPaper[]) {
  const filed = papers.findLast(({ action }) => action === 'file_final')
  return {
    number,
    ...headOf(form),
    clauses: clausesNow(form, papers),
    passedOn: String(filed?.paper.passedOn ?? ''),
    filedAt: filed?.at ?? '',
  }
}
