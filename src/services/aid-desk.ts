import type { BodyInput, Reply } from '#contract/endpoint'
import { listComplaints, listLawyers, qualifyLawyer, takeNextAid } from '#contract/legal-aid'
import { call } from '#services/call'
import { once } from '#services/once'

export type CentreLawyer = Reply<typeof listLawyers>['items'][number]
export type Complaint = Reply<typeof listComplaints>['items'][number]
export type Qualification = BodyInput<typeof qualifyLawyer>

/** The application that is due first; null when none waits. */
export const takeNextApplication = async () =>
  (await once('legal-aid/next', {}, (key) => call(takeNextAid, { key }))).case

export const readLawyers = async () => (await call(listLawyers, {})).items
export const saveLawyer = async (id: string, body: Qualification) =>
  (await call(qualifyLawyer, { params: { id }, body })).items

export const readComplaints = async () => (await call(listComplaints, {})).items
