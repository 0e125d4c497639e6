import { useState } from 'react'

import { Button } from '#components/Button'
import { Row } from '#components/Card'
import { Select } from '#components/Select'
import { TextField } from '#components/TextField'
import { Heading, Muted } from '#components/Title'
import { Box } from '#components/tags'
import type { FieldProblems } from '#domain/refusal'
import { COMMON, DESKS, rowOf, seatWords, spanWords, WEEKDAYS } from '../admin/words.ts'
import { newKey, nextOpening, type TypedClosure, type TypedOpening } from './typed.ts'

const web = process.env.TARO_ENV === 'h5'

const DAYS = WEEKDAYS.map((text, n) => ({ value: String(n + 1), text }))

type RowProps<Row> = {
  row: Row
  /** Its place in the list, from 0. */
  n: number
  fields: FieldProblems
  onChange: (row: Row) => void
  onRemove: () => void
}

const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <Box className="week__remove">
    <Button tone="quiet" label={`${COMMON.remove}${what}`} onTap={onRemove}>
      {COMMON.remove}
    </Button>
  </Box>
)

function OpeningRow({ row, n, fields, onChange, onRemove }: RowProps<TypedOpening>) {
  const at = (name: string) => fields[`openings.${n}.${name}`]
  const bind = (name: 'weekday' | 'from' | 'to' | 'minutes' | 'capacity') => ({
    label: DESKS[name],
    value: row[name],
    error: at(name),
    onChange: (value: string) => onChange({ ...row, [name]: value }),
  })
  return (
    <Box as="li" className="week__row" label={rowOf(DESKS.hours, n + 1)}>
      <Select {...bind('weekday')} entries={DAYS} blank="" />
      <TextField kind="time" {...bind('from')} />
      <TextField kind="time" {...bind('to')} />
      <TextField {...bind('minutes')} kind="number" max={3} />
      <TextField {...bind('capacity')} kind="number" max={3} />
      <Remove what={rowOf(DESKS.hours, n + 1)} onRemove={onRemove} />
    </Box>
  )
}

function ClosureRow({ row, n, fields, onChange, onRemove }: RowProps<TypedClosure>) {
  const at = (name: string) => fields[`closures.${n}.${name}`]
  const set = (name: 'from' | 'to' | 'reason') => (value: string) => onChange({ ...row, [name]: value })
  return (
    <Box as="li" className="week__row week__row--closure" label={rowOf(DESKS.closures, n + 1)}>
      <TextField
        label={DESKS.firstDay}
        kind="date"
        value={row.from}
        error={at('from')}
        onChange={set('from')}
      />
      <TextField label={DESKS.lastDay} kind="date" value={row.to} error={at('to')} onChange={set('to')} />
      <Box className="week__wide">
        <TextField
          label={DESKS.reason}
          placeholder={DESKS.reasonExample}
          max={60}
          value={row.reason}
          error={at('reason')}
          onChange={set('reason')}
        />
      </Box>
      <Remove what={rowOf(DESKS.closures, n + 1)} onRemove={onRemove} />
    </Box>
  )
}

type ListProps<Row> = { rows: readonly Row[]; fields: FieldProblems; onChange: (rows: Row[]) => void }

const replaced = <Row extends { key: number }>(rows: readonly Row[], row: Row) =>
  rows.map((one) => (one.key === row.key ? row : one))
const without = <Row extends { key: number }>(rows: readonly Row[], { key }: Row) =>
  rows.filter((one) => one.key !== key)

/** A week of eleven rows of five fields would bury a phone: there a row is one line until it is tapped. */
const isRoomy = () => web && window.innerWidth >= 700

const Folded = ({ row, onOpen }: { row: TypedOpening; onOpen: () => void }) => (
  <Box as="li" className="week__line">
    <Row title={spanWords(row)} detail={seatWords(row)} onTap={onOpen} />
  </Box>
)

/** Weekly hours: each row is one day and one span. */
export function Week({ rows, fields, onChange }: ListProps<TypedOpening>) {
  const [roomy] = useState(isRoomy)
  const [opened, setOpened] = useState<readonly number[]>([])
  const open = (key: number) => setOpened((keys) => [...keys, key])
  const isWrong = (n: number) => Object.keys(fields).some((field) => field.startsWith(`openings.${n}.`))
  const add = () => {
    const row = nextOpening(rows)
    open(row.key)
    onChange([...rows, row])
  }
  return (
    <Box as="section">
      <Heading>{DESKS.hours}</Heading>
      <Muted>{DESKS.hoursHint}</Muted>
      <Box as="ul" className="week">
        {rows.map((row, n) =>
          roomy || opened.includes(row.key) || isWrong(n) ? (
            <OpeningRow
              key={row.key}
              row={row}
              n={n}
              fields={fields}
              onChange={(changed) => onChange(replaced(rows, changed))}
              onRemove={() => onChange(without(rows, row))}
            />
          ) : (
            <Folded key={row.key} row={row} onOpen={() => open(row.key)} />
          ),
        )}
      </Box>
      <Box className="admin__acts">
        {rows.length === 0 && <Muted>{DESKS.noHours}</Muted>}
        <Button tone="ghost" onTap={add}>
          {DESKS.addHours}
        </Button>
      </Box>
    </Box>
  )
}

/** Days on which the desk is closed in spite of its hours. */
type ClosuresProps = ListProps<TypedClosure> & { hint?: string }

export const Closures = ({ rows, fields, hint = DESKS.closuresHint, onChange }: ClosuresProps) => (
  <Box as="section">
    <Heading>{DESKS.closures}</Heading>
    <Muted>{hint}</Muted>
    <Box as="ul" className="week">
      {rows.map((row, n) => (
        <ClosureRow
          key={row.key}
          row={row}
          n={n}
          fields={fields}
          onChange={(changed) => onChange(replaced(rows, changed))}
          onRemove={() => onChange(without(rows, row))}
        />
      ))}
    </Box>
    <Box className="admin__acts">
      <Button tone="ghost" onTap={() => onChange([...rows, { key: newKey(), from: '', to: '', reason: '' }])}>
        {DESKS.addClosure}
      </Button>
    </Box>
  </Box>
)
