import '../legal-aid.scss'

import { useRouter } from '@tarojs/taro'
import { useState } from 'react'

import { Await, Empty } from '#components/Await'
import { BottomBar } from '#components/BottomBar'
import { Button } from '#components/Button'
import { Card } from '#components/Card'
import { Notice } from '#components/Notice'
import { TextField } from '#components/TextField'
import { Heading, Muted, Title } from '#components/Title'
import { Box } from '#components/tags'
import type { Case } from '#contract/case'
import { goBack, goInstead } from '#services/route'
import { dropStep, filledStep, keepStep } from '#services/step-draft'
import { loadCase, useCase } from '#store/cases'
import { clearFiles, idsIn, sendingsOf } from '#store/files'
import { useSettings } from '#store/settings'
import { AddFiles } from '../../AddFiles.tsx'
import { CallCard } from '../../CallCard.tsx'
import { goToFirstWrong } from '../../first-wrong.ts'
import { callLegalLine } from '../../help.ts'
import { useManners } from '../../polite.ts'
import { Screen } from '../../Screen.tsx'
import { useAct } from '../../use-act.ts'
import { useLoaded } from '../../use-loaded.ts'
import { type Own, ownOf } from '../own.ts'
import { OBJECT } from './words.ts'

/** Against a refusal or an end of the help: to the bureau, from the same place (LP-24). */
export default function ObjectPage() {
  const { id = '' } = useRouter().params
  const { loaded, reload } = useLoaded(() => loadCase(id), [id])
  const known = useCase(id)
  if (loaded.state === 'ready') return <Shown one={known ?? loaded.value} onRefused={reload} />
  return (
    <Screen title={OBJECT.title}>
      <Await loaded={loaded} onRetry={reload} onCall={callLegalLine} skeletonRows={4}>
        {() => null}
      </Await>
    </Screen>
  )
}

type ShownProps = { one: Case; onRefused: () => void }

function Shown({ one, onRefused }: ShownProps) {
  const own = ownOf(one)
  const offered = one.actions.some(({ action }) => action === 'object')
  return own && offered ? (
    <Objecting one={one} own={own} onRefused={onRefused} />
  ) : (
    <Screen title={OBJECT.title}>
      <Empty
        title={OBJECT.gone}
        action={<Button onTap={() => void goInstead('case', { id: one.id })}>{OBJECT.toCase}</Button>}
      >
        {OBJECT.goneText}
      </Empty>
    </Screen>
  )
}

const ACTION = 'object'
const placeOf = (id: string) => `aid-object:${id}`

/** What is written and added stays until it has been taken. */
function useObjection(one: Case, onRefused: (words: string) => void) {
  const [reasons, setReasons] = useState(() => String(filledStep(one.id, ACTION).reasons ?? ''))
  const done = () => {
    dropStep(one.id, ACTION)
    clearFiles(placeOf(one.id))
    void goBack()
  }
  const acting = useAct(one, ACTION, done, onRefused)
  const write = (text: string) => {
    setReasons(text)
    keepStep(one.id, ACTION, { reasons: text })
    acting.complain({})
  }
  const go = () => {
    const fileIds = idsIn(sendingsOf(placeOf(one.id)))
    const problems = {
      ...(reasons.trim() === '' && { reasons: OBJECT.missing }),
      ...(fileIds === null && { fileIds: OBJECT.underWay }),
    }
    acting.complain(problems)
    if (Object.keys(problems).length > 0) return goToFirstWrong()
    acting.send({ reasons: reasons.trim(), ...(fileIds?.length && { fileIds }) })
  }
  return { ...acting, reasons, write, go }
}

function Objecting({ one, own, onRefused }: ShownProps & { own: Own }) {
  const say = useManners()
  const elder = useSettings((settings) => settings.elder)
  const [refused, setRefused] = useState<string | null>(null)
  const { reasons, write, go, busy, problems, trouble } = useObjection(one, (words) => {
    setRefused(words)
    onRefused()
  })
  return (
    <Screen
      title={OBJECT.title}
      bottom={
        <BottomBar>
          <Button busy={busy} busyWords={OBJECT.sending} onTap={go}>
            {OBJECT.send}
          </Button>
        </BottomBar>
      }
    >
      <Title hint={`${one.title} · ${one.number}`}>{OBJECT.title}</Title>
      <Box>{elder && <CallCard quiet title={OBJECT.callTitle} hint={OBJECT.callHint} />}</Box>
      <Box className="aid-urgent">{refused && <Notice tone="warn" title={refused} news />}</Box>
      <TextField
        kind="long"
        label={say(OBJECT.write)}
        hint={OBJECT.example}
        error={problems.reasons}
        max={2000}
        value={reasons}
        onChange={write}
      />
      <AddFiles
        place={placeOf(one.id)}
        label={OBJECT.files}
        hint={OBJECT.filesHint}
        error={problems.fileIds}
      />
      <Box className="aid-urgent">{trouble && <Notice tone="warn" title={trouble} news />}</Box>
      <Route own={own} />
      <Decided own={own} />
    </Screen>
  )
}

/** Who looks at it and how long that takes (LP-25), and what remains afterwards (LP-26). */
function Route({ own: { objection, decision } }: { own: Own }) {
  const say = useManners()
  const later = decision?.remedies.slice(1) ?? []
  return (
    <Box as="section">
      <Heading>{OBJECT.who}</Heading>
      <Card>
        <Box>{objection && <Box>{`${objection.text}（${objection.law}）`}</Box>}</Box>
        <Box as="ul" className="aid-steps aid-steps--below">
          {OBJECT.how.map((line) => (
            <Box as="li" key={line}>
              {say(line)}
            </Box>
          ))}
        </Box>
        <Box>
          {later.length > 0 && (
            <Muted>{`${OBJECT.after}：${later.map(({ text }) => text).join('，')}`}</Muted>
          )}
        </Box>
      </Card>
    </Box>
  )
}

const Decided = ({ own: { decision } }: { own: Own }) =>
  decision && (
    <Box as="section">
      <Heading>{OBJECT.decision}</Heading>
      <Card>
        <Line label={OBJECT.number} text={decision.number} />
        <Line label={OBJECT.ground} text={decision.ground} />
        <Line label={OBJECT.reasons} text={decision.reasons} />
        <Box className="verdict__law">{decision.law}</Box>
      </Card>
    </Box>
  )

const Line = ({ label, text }: { label: string; text: string | null }) =>
  text ? (
    <Box className="aid-line">
      <Box className="aid-done__label">{label}</Box>
      <Box>{text}</Box>
    </Box>
  ) : null
