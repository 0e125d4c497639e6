import './Records.scss'

import type { ReactNode } from 'react'

import { Box, Tap } from '#components/tags'

const web = process.env.TARO_ENV === 'h5'

export type Column<Item> = { title: string; cell: (item: Item) => ReactNode }

type Props<Item> = {
  /** What the table lists. */
  label: string
  columns: readonly Column<Item>[]
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** The first column opens the record. */
  onOpen?: (item: Item) => void
}

/** A table on a desktop, a card for each record on a phone. */
export const Records = <Item,>(props: Props<Item>) => (web ? <Table {...props} /> : <Cards {...props} />)

const Opening = ({ onOpen, children }: { onOpen: () => void; children: ReactNode }) => (
  <Tap className="records__open" onTap={onOpen}>
    {children}
  </Tap>
)

function Table<Item>({ label, columns, items, keyOf, onOpen }: Props<Item>) {
  return (
    <table className="records">
      <caption className="records__caption">{label}</caption>
      <thead className="records__head">
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={keyOf(item)} className="records__row">
            {columns.map(({ title, cell }, n) => (
              <td key={title} className="records__cell" data-label={title}>
                {n === 0 && onOpen ? (
                  <Opening onOpen={() => onOpen(item)}>{cell(item)}</Opening>
                ) : (
                  <div className="records__value">{cell(item)}</div>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isText = (value: ReactNode): value is string | number =>
  typeof value === 'string' || typeof value === 'number'

/** As few nodes as there can be: each is sent to the screen. */
function Card<Item>({ item, columns, onOpen }: Pick<Props<Item>, 'columns' | 'onOpen'> & { item: Item }) {
  const [first, ...rest] = columns
  return (
    <Box className="records__row">
      {onOpen ? (
        <Opening onOpen={() => onOpen(item)}>{first?.cell(item)}</Opening>
      ) : (
        <Box className="records__first">{first?.cell(item)}</Box>
      )}
      {rest.map(({ title, cell }) => {
        const value = cell(item)
        return isText(value) ? <Box key={title}>{`${title}：${value}`}</Box> : <Box key={title}>{value}</Box>
      })}
    </Box>
  )
}

function Cards<Item>({ label, columns, items, keyOf, onOpen }: Props<Item>) {
  return (
    <Box className="records" label={label}>
      {items.map((item) => (
        <Card key={keyOf(item)} item={item} columns={columns} {...(onOpen && { onOpen })} />
      ))}
    </Box>
  )
}
