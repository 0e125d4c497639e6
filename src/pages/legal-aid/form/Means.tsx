import { LinkButton } from '#components/Button'
import { Fold } from '#components/Fold'
import { Notice } from '#components/Notice'
import { Select } from '#components/Select'
import { Muted } from '#components/Title'
import { Box } from '#components/tags'
import { NONE } from '#domain/aid-form'
import { EXEMPTION_NAME, MEANS_ROUTE, RELIEF_CLASS_NAME, TRUTH_DUTY } from '#domain/aid-means'
import { go } from '#services/route'
import { atWindow, keep, useApplying, useProblem, useSaid } from '#store/aid-form'
import { useSession } from '#store/session'
import { useManners } from '../../polite.ts'
import { Agree, One, optionsOf, Text } from './Inputs.tsx'
import { type Bar, usePromiseBar } from './use-promise-bar.ts'
import { FIELD, FORM, HARDSHIP, NO_EXEMPTION } from './words.ts'

const { migrant_worker: _, ...EXEMPTIONS } = EXEMPTION_NAME
const RELIEF = Object.entries(RELIEF_CLASS_NAME).map(([value, text]) => ({ value, text }))

/** LP-7: with one of these nobody states their means. */
export function ExemptionStep() {
  const exemption = useSaid<string | null>('means.exemption', null)
  return (
    <Box>
      <Box className="only">
        <One
          name="means.exemption"
          options={[...optionsOf<string>(EXEMPTIONS), { value: NONE, text: NO_EXEMPTION }]}
        />
      </Box>
      <Box>{exemption === 'social_relief' && <ReliefClass />}</Box>
    </Box>
  )
}

const ReliefClass = () => (
  <Select
    label={FIELD['means.relief'].label}
    optional
    entries={RELIEF}
    blank="请选择"
    error={useProblem('means.relief')}
    value={useSaid<string>('means.relief', '')}
    onChange={(value) => keep('means.relief', value)}
  />
)

const Barred = ({ reason, law, contest, caseId }: Bar) => (
  <Notice title={FORM.barred}>
    {`${reason}（${law}）。${contest}。`}
    {caseId && <LinkButton onTap={() => void go('case', { id: caseId })}>{FORM.toBar}</LinkButton>}
  </Notice>
)

/** LP-6: query or promise; whoever is barred from the promise (LP-8) is told so before choosing. */
export function MeansStep() {
  const say = useManners()
  const route = useSaid<string | null>('means.route', null)
  const isWindow = useSession(atWindow)
  const bar = usePromiseBar()
  const query = { value: 'query', text: MEANS_ROUTE.query.name, hint: say(FORM.queryText) }
  const promise = { value: 'promise', text: MEANS_ROUTE.promise.name, hint: say(FORM.promiseText) }
  return (
    <Box>
      <Box>{bar && <Barred {...bar} />}</Box>
      <Box className="only">
        <One name="means.route" options={bar ? [query] : [query, promise]} />
      </Box>
      <Box>
        {route === 'query' && (
          <Agree name="means.authorised" label={FORM.queryTick} hint={MEANS_ROUTE.query.law} />
        )}
        {route === 'promise' && (
          <Agree name="means.promise" label={FORM.promiseTick} hint={FORM.promiseBack} />
        )}
        {route === 'promise' && isWindow && (
          <Agree name="means.readAloud" label={FORM.readTick} hint={FORM.readHint} />
        )}
      </Box>
    </Box>
  )
}

const MORE = ['spending', 'property', 'debts', 'story'].map((name) => `means.statement.${name}`)

/** F-LA-4, in plain words; only the two figures are needed. */
export function StatementStep() {
  const say = useManners()
  const own = useSaid<boolean | null>('otherSide.sameHousehold', null) === true
  const wrong = useApplying(({ fields }) => MORE.some((name) => name in fields))
  return (
    <Box>
      <Box className="aid-urgent">{own && <Notice>{FORM.ownMeans}</Notice>}</Box>
      <Text name="means.statement.people" kind="number" max={4} />
      <Text name="means.statement.monthlyIncome" kind="number" max={14} />
      <One name="means.statement.hardship" optional options={optionsOf(HARDSHIP)} />
      <Fold title={FORM.more} hint={FORM.moreHome} wrong={wrong}>
        <Text name="means.statement.spending" kind="long" max={500} optional />
        <Text name="means.statement.property" kind="long" max={500} optional />
        <Text name="means.statement.debts" kind="long" max={500} optional />
        <Text name="means.statement.story" kind="long" max={1000} optional />
      </Fold>
      <Muted>{say(TRUTH_DUTY)}</Muted>
    </Box>
  )
}
