import { mountAdmin } from './admin/routes.ts'
import { mountAdvisers } from './advisers/routes.ts'
import type { Casework } from './cases/casework.ts'
import { copyOfCases } from './cases/copy.ts'
import { mountRatings } from './cases/rating-routes.ts'
import { readerOf } from './cases/reader.ts'
import { mountCases } from './cases/routes.ts'
import { mountSimple } from './cases/simple.ts'
import { stepsOf } from './cases/steps.ts'
import type { Clock } from './clock.ts'
import type { Context } from './context.ts'
import { mountDemo } from './demo/routes.ts'
import { mountDocuments } from './documents/routes.ts'
import { mountDrafts } from './drafts/routes.ts'
import { mountFiles } from './files/routes.ts'
import { mountHotline } from './hotline/routes.ts'
import { upkeep } from './hotline/upkeep.ts'
import { mountWatches } from './hotline/watch-routes.ts'
import { mountHealth } from './http/health.ts'
import { mountDescription } from './http/openapi.ts'
import { mountVerifyLink } from './http/verify-link.ts'
import { buildWeb, mountRest, type Web } from './http/web.ts'
import { runTasks } from './jobs/tasks.ts'
import { SIMPLE } from './kinds.ts'
import { mountLegalAid } from './legal-aid/routes.ts'
import { mountMediation } from './mediation/routes.ts'
import { copyOfNotices } from './notices/copy.ts'
import { mountNotices } from './notices/routes.ts'
import { regionRepository } from './regions/repository.ts'
import { mountRegions } from './regions/routes.ts'
import { mountSession } from './session/routes.ts'

/** The whole HTTP side, without a port: tests call `hono.request`. */
export function buildApp(context: Context, work: Casework, clock: Clock): Web {
  const web = buildWeb(context)
  mountHealth(web)
  mountDemo(web, clock, () => runTasks(work))
  mountSession(web, async (caller) => ({
    cases: await copyOfCases(work, caller),
    notices: await copyOfNotices(context, caller),
  }))
  mountRegions(web)
  mountDrafts(web)
  mountCases(web, work)
  mountRatings(web, work)
  for (const kind of SIMPLE) mountSimple(web, work, kind)
  mountFiles(web, readerOf(work))
  mountDocuments(web, readerOf(work))
  mountVerifyLink(web)
  mountHotline(web, work)
  mountWatches(web)
  mountAdvisers(web, work, { places: regionRepository(context.database), upkeep })
  mountLegalAid(web, work)
  mountMediation(web, work)
  mountNotices(web, work)
  mountAdmin(web, upkeep)
  mountDescription(web, stepsOf(work.kinds))
  mountRest(web)
  return web
}
