import { callPhone } from '#services/device'
import { go } from '#services/route'
import { LEGAL_LINE } from '../help.ts'

/** Ways that this service opens itself; the others are telephones and addresses. */
export const OPEN_OWN: Readonly<Partial<Record<string, () => void>>> = {
  legal_aid: () => void go('aidCheck'),
  mediation: () => void go('mediationRequest'),
  adviser: () => void go('findAdviser'),
  hotline: () => void go('slots'),
}

export const call = (phone: string = LEGAL_LINE): void => void callPhone(phone)
