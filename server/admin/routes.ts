import * as contract from '#contract/admin'
import { route } from '../http/route.ts'
import type { Web } from '../http/web.ts'
import type { Upkeep } from '../openings/hours.ts'
import { listChanges } from './changes.ts'
import { addDesk, changeDesk, listDesks } from './desks.ts'
import { importSheet } from './imports.ts'
import { administer, type Office } from './office.ts'
import { addOrganisation, changeOrganisation, listOrganisations } from './organisations.ts'
import { addStaff, changeStaff, listStaff, renewFactor } from './staff.ts'

export function mountAdmin(web: Web, upkeep: Upkeep): void {
  const office: Office = { context: web.context, upkeep }

  route(web, contract.listOrganisations, ({ caller, query }) => listOrganisations(office, caller, query))
  route(web, contract.addOrganisation, ({ body, ...by }) =>
    administer(office, by, (act) => addOrganisation(act, body)),
  )
  route(web, contract.changeOrganisation, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeOrganisation(office, act, params.id, body)),
  )

  route(web, contract.listAdminDesks, ({ caller, query }) => listDesks(office, caller, query))
  route(web, contract.addDesk, ({ body, ...by }) => administer(office, by, (act) => addDesk(act, body)))
  route(web, contract.changeDesk, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeDesk(office, act, params.id, body)),
  )

  route(web, contract.listStaff, ({ caller, query }) => listStaff(office, caller, query))
  route(web, contract.searchStaff, ({ caller, body }) => listStaff(office, caller, body))
  route(web, contract.addStaff, ({ body, ...by }) =>
    administer(office, by, (act) => addStaff(office, act, body)),
  )
  route(web, contract.changeStaff, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeStaff(office, act, params.id, body)),
  )
  route(web, contract.renewOtp, ({ params, ...by }) =>
    administer(office, by, (act) => renewFactor(office, act, params.id)),
  )

  route(web, contract.importCsv, async ({ params, body, ...by }) => ({
    imported: await administer(office, by, (act) => importSheet(office, act, params.what, body.csv)),
  }))
  route(web, contract.listAdminChanges, ({ caller, query }) => listChanges(office, caller, query))
}
