import type { Line } from '#contract/case'
import { MATERIAL } from '#domain/aid-material'
import { MATTER_NAME } from '#domain/aid-matter'
import { EXEMPTION_NAME, MEANS_ROUTE, RELIEF_CLASS_NAME } from '#domain/aid-means'
import {
  AGENT_KIND,
  APPLICANT_STATE,
  FILLED_IN_BY,
  HELP,
  ID_KIND,
  LANGUAGE,
  ORGAN,
  OTHER_SIDE_KIND,
} from '#domain/aid-terms'
import { ACCUSED_NAME } from '#domain/aid-words'
import { IDENTITY_GROUP_NAME } from '#domain/consultation'
import { maskAddress, maskIdNumber, maskName, maskPhone } from '#domain/mask'
import type { Standing } from '#domain/procedure'
import type { Filed } from './filed.ts'

type Words = Readonly<Record<string, unknown>>

const on = <T, R>(value: T | undefined, change: (value: T) => R) => (value === undefined ? {} : change(value))

/** What staff sees before they ask for more: nobody's number, name or house. */
export function maskedFiled(filed: Filed): Filed {
  const { applicant, agent, otherSide, helperName, helperPhone } = filed
  return {
    ...filed,
    name: maskName(filed.name),
    phone: maskPhone(filed.phone),
    applicant: {
      ...applicant,
      name: maskName(applicant.name),
      phone: maskPhone(applicant.phone),
      idNumber: maskIdNumber(applicant.idNumber),
      address: maskAddress(applicant.address),
    },
    ...on(agent, (agent) => ({
      agent: {
        ...agent,
        name: maskName(agent.name),
        phone: maskPhone(agent.phone),
        idNumber: maskIdNumber(agent.idNumber),
      },
    })),
    otherSide: {
      ...otherSide,
      ...on(otherSide.phone, (phone) => ({ phone: maskPhone(phone) })),
      ...on(otherSide.idNumber, (idNumber) => ({ idNumber: maskIdNumber(idNumber) })),
      ...on(otherSide.address, (address) => ({ address: maskAddress(address) })),
    },
    ...on(helperName, (name) => ({ helperName: maskName(name) })),
    ...on(helperPhone, (phone) => ({ helperPhone: maskPhone(phone) })),
  }
}

/** A case from another service holds name, number and summary only. */
export function maskedForm(form: Words): Record<string, unknown> {
  if (isFiled(form)) return maskedFiled(form)
  const { name, phone, ...rest } = form
  return {
    ...rest,
    ...(typeof name === 'string' && { name: maskName(name) }),
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
  }
}

const isFiled = (form: Words): form is Filed & Words =>
  typeof form.applicant === 'object' && typeof form.matter === 'string'

type Told = readonly [name: string, label: string, text: string | null | undefined]

const told = (...rows: readonly Told[]): Line[] =>
  rows.flatMap(([name, label, text]) => (text ? [{ name, label, text }] : []))

const yesNo = (value: boolean | undefined) => (value === undefined ? null : value ? '是' : '否')
const yuan = (amount: number | undefined) => (amount === undefined ? null : `${amount} 元`)

const applicantLines = ({ applicant, language }: Filed) =>
  told(
    ['name', '申请人', applicant.name],
    ['idNumber', ID_KIND[applicant.idKind], applicant.idNumber],
    ['phone', '联系电话', applicant.phone],
    ['address', '住所地（经常居住地）', applicant.address],
    ['state', '申请人情况', applicant.state === 'adult' ? null : APPLICANT_STATE[applicant.state]],
    ['groups', '人群类别', applicant.groups.map((group) => IDENTITY_GROUP_NAME[group]).join('、')],
    ['ethnicity', '民族', applicant.ethnicity],
    ['work', '工作单位', applicant.work],
    ['language', '语言', language && LANGUAGE[language]],
  )

const agentLines = ({ agent, filledInBy, helperName, helperPhone }: Filed) =>
  told(
    ['agent', '代理人', agent && `${agent.name}（${AGENT_KIND[agent.kind]}，${agent.relation}）`],
    ['guardianAgainst', '监护人侵害申请人权益', agent?.guardianAgainst ? '是' : null],
    ['agentPhone', '代理人电话', agent?.phone],
    ['agentId', '代理人证件号码', agent?.idNumber],
    ['filledInBy', '谁填的', filledInBy === 'self' ? null : FILLED_IN_BY[filledInBy]],
    ['helper', '代填人', [helperName, helperPhone].filter(Boolean).join(' ')],
  )

const otherLines = ({ otherSide }: Filed) =>
  told(
    ['otherSide', '对方当事人', otherSide.name ?? OTHER_SIDE_KIND[otherSide.kind]],
    ['otherPhone', '对方电话', otherSide.phone],
    ['otherAddress', '对方地址', otherSide.address],
    ['sameHousehold', '与申请人共同生活', yesNo(otherSide.sameHousehold)],
  )

const matterLines = (filed: Filed) =>
  told(
    ['matter', '案由', MATTER_NAME[filed.matter]],
    ['accusedIs', '犯罪嫌疑人、被告人情况', filed.accusedIs && ACCUSED_NAME[filed.accusedIs]],
    ['summary', '案情简述', filed.summary],
    ['wish', '申请理由和要求', filed.wish],
    ['help', '申请援助方式', filed.help.map((one) => HELP[one]).join('、')],
    ['organ', '办案机关', filed.organ === 'none' ? null : `${ORGAN[filed.organ]} ${filed.organName ?? ''}`],
    ['organCaseNumber', '案号', filed.organCaseNumber],
    ['happenedIn', '争议发生地', filed.happenedIn],
    ['deadlineOn', '时效或期限届满日', filed.deadlineOn],
    ['preservation', '需要保全、先予执行', filed.preservation ? '是' : null],
    ['people', '共同申请人数', filed.people === undefined ? null : String(filed.people)],
    ['amount', '涉案金额', yuan(filed.amount)],
    ['appliedBefore', '以前申请过', filed.appliedBefore],
  )

function meansLines({ means }: Filed) {
  const statement = 'statement' in means ? means.statement : undefined
  return told(
    ['means', '经济条件', MEANS_ROUTE[means.route].name],
    ['readAloud', '承诺内容已向本人宣读', means.route === 'promise' && means.readAloud ? '是' : null],
    ['exemption', '免予核查的情形', means.route === 'exempt' ? EXEMPTION_NAME[means.exemption] : null],
    ['people', '共同生活人口', statement && String(statement.people)],
    ['income', '家庭月收入', yuan(statement?.monthlyIncome)],
    ['spending', '主要支出', statement?.spending],
    ['property', '财产', statement?.property],
    ['debts', '债务', statement?.debts],
    ['hardship', '特殊困难', statement?.story],
    ['relief', '已享受救助', statement?.relief && RELIEF_CLASS_NAME[statement.relief]],
  )
}

const materialLines = ({ material, explained }: Filed) =>
  told(
    ['material', '提交的材料', material.map(({ item }) => MATERIAL[item].name).join('、')],
    ['explained', '补充说明', explained],
  )

/** F-LA-2 in the order in which it is read, with its official labels. */
export function linesOfFiled(filed: Filed, standing: Standing): Line[] {
  const shown = standing === 'applicant' ? filed : maskedFiled(filed)
  return [applicantLines, agentLines, otherLines, matterLines, meansLines, materialLines].flatMap((part) =>
    part(shown),
  )
}

/** The form comes masked already for everybody but the applicant. */
export function linesOfForm(form: Words): Line[] {
  if (isFiled(form)) return linesOfFiled(form, 'applicant')
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return told(
    ['name', '申请人', text(form.name)],
    ['phone', '联系电话', text(form.phone)],
    ['summary', '事情经过', text(form.summary)],
    ['answer', '前面得到的答复', text(form.answer)],
  )
}
