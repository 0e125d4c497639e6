import { useEffect } from 'react'

import { Row, Rows } from '#components/Card'
import { Box } from '#components/tags'
import { go } from '#services/route'
import { keep, mended, useProblem } from '#store/aid-form'
import { usePicked } from '#store/place'
import { aidPlaceOf, useAidPlace } from './use-aid-place.ts'
import { FORM } from './words.ts'

/** LP-1: the place of the matter or of its organ decides which centre it goes to; the person lives where they live. */
export function AidPlaceRow({ label }: { label: string }) {
  const place = useAidPlace()
  const error = useProblem('regionCode')
  useTaken()
  return (
    <Box className={`aid-place ${error ? 'field--wrong' : ''}`}>
      <Rows>
        <Row
          icon="place"
          title={place ? place.words : FORM.choosePlace}
          detail={place ? label : undefined}
          end={place ? FORM.changePlace : undefined}
          onTap={() => void go('region', { next: 'matter' })}
        />
      </Rows>
      {error && (
        <Box className="field__error" live="polite">
          {error}
        </Box>
      )}
    </Box>
  )
}

/** What was picked on the page of places becomes an answer of this form. */
function useTaken() {
  const picked = usePicked((one) => one.picked)
  useEffect(() => {
    if (!picked) return
    keep('aidPlace', aidPlaceOf(picked))
    mended('regionCode')
    usePicked.setState({ picked: null })
  }, [picked])
}
