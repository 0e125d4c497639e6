import * as contract from '#contract/session'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import { openSms } from '../sms/client.ts'
import { wechatOf } from '../wechat/open.ts'
import { accessLogOf } from './access-log.ts'
import { bindPhone } from './bind-phone.ts'
import { cancelAccount } from './cancel.ts'
import { CODE_MINUTES } from './codes.ts'
import { copyOf, type HeldOf } from './copy.ts'
import { limitAttempts, limitPhoneButton } from './limits.ts'
import { correctMe, readMe } from './me.ts'
import { sendCode } from './send-code.ts'
import { endSession, sessionsOf } from './sessions.ts'
import { signInByPhone, signInByWechat } from './sign-in.ts'

export function mountSession(web: Web, heldOf: HeldOf): void {
  const { context } = web
  mountSignIn(web)

  route(web, contract.signOut, async ({ caller }) => {
    await endSession(context, caller, caller.sessionId)
    return undefined
  })
  route(web, contract.listSessions, async ({ caller }) => ({ items: await sessionsOf(context, caller) }))
  route(web, contract.endSession, async ({ caller, params }) => {
    await endSession(context, caller, params.id)
    return undefined
  })
  route(web, contract.me, ({ caller }) => readMe(context, context.database, caller))
  route(web, contract.correctMe, ({ caller, body }) => correctMe(context, caller, body))
  route(web, contract.accessLog, ({ caller, query }) => accessLogOf(context, caller.accountId, query))
  route(web, contract.exportMe, ({ caller }) => copyOf(context, heldOf, caller))
  route(web, contract.cancelMe, ({ caller }) => cancelAccount(context, caller.accountId))
}

function mountSignIn(web: Web) {
  const { context } = web
  const wechat = wechatOf(context)
  const sendSms = context.env.demo ? undefined : openSms(context.env, CODE_MINUTES, context.log)

  route(web, contract.sendCode, ({ body, from }) => sendCode(context, sendSms, { ...body, from }))

  route(web, contract.signIn, async ({ body, from }) => {
    await limitAttempts(context, from)
    if (!('wechatCode' in body)) return signInByPhone(context, body)
    return signInByWechat(context, await wechat.openIdOf(body.wechatCode), body.device)
  })

  route(web, contract.bindPhone, async ({ caller, body }) => {
    await limitPhoneButton(context, caller.accountId)
    const phone = await wechat.phoneOf(body.wechatPhoneCode)
    const accountId = await bindPhone(context, caller.accountId, phone)
    return readMe(context, context.database, { accountId, grants: caller.grants })
  })
}
