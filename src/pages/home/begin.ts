import { go } from '#services/route'
import { usePlace } from '#store/place'
import type { Service } from './words.ts'

/** Without a village nobody knows who answers: it is asked first, and only then. */
const book = () => void go(usePlace.getState().place ? 'slots' : 'region', { next: 'slots' })

/** Whoever lives in a village is shown its adviser at once; any other village is one tap from there. */
function findAdviser(): void {
  const { place } = usePlace.getState()
  void (place?.level === 'village' ? go('adviser', { village: place.code }) : go('findAdviser'))
}

/** Where a service begins. */
export const BEGIN: Readonly<Record<Service, () => void>> = {
  hotline: book,
  inquiry: findAdviser,
  legal_aid: () => void go('aidCheck'),
  mediation: () => void go('mediationRequest'),
}
