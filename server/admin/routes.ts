import * as adminContract from '#contract/admin'
import * as deskContract from '#contract/admin-desk'
import * as organisationContract from '#contract/organisation'
import * as staffContract from '#contract/staff'
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

  route(web, organisationContract.listOrganisations, ({ caller, query }) =>
    listOrganisations(office, caller, query),
  )
  route(web, organisationContract.addOrganisation, ({ body, ...by }) =>
    administer(office, by, (act) => addOrganisation(act, body)),
  )
  route(web, organisationContract.changeOrganisation, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeOrganisation(office, act, params.id, body)),
  )

  route(web, deskContract.listAdminDesks, ({ caller, query }) => listDesks(office, caller, query))
  route(web, deskContract.addDesk, ({ body, ...by }) => administer(office, by, (act) => addDesk(act, body)))
  route(web, deskContract.changeDesk, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeDesk(office, act, params.id, body)),
  )

  route(web, staffContract.listStaff, ({ caller, query }) => listStaff(office, caller, query))
  route(web, staffContract.searchStaff, ({ caller, body }) => listStaff(office, caller, body))
  route(web, staffContract.addStaff, ({ body, ...by }) =>
    administer(office, by, (act) => addStaff(office, act, body)),
  )
  route(web, staffContract.changeStaff, ({ params, body, ...by }) =>
    administer(office, by, (act) => changeStaff(office, act, params.id, body)),
  )
  route(web, staffContract.renewOtp, ({ params, ...by }) =>
    administer(office, by, (act) => renewFactor(office, act, params.id)),
  )

  route(web, adminContract.importCsv, async ({ params, body, ...by }) => ({
    imported: await administer(office, by, (act) => importSheet(office, act, params.what, body.csv)),
  }))
  route(web, adminContract.listAdminChanges, ({ caller, query }) => listChanges(office, caller, query))
}
