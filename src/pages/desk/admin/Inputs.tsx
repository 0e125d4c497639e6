import { Picker, View } from '@tarojs/components'

import { Field, type FieldWords, type Named } from '#components/Field'

const web = process.env.TARO_ENV === 'h5'

export type Entry = { value: string; text: string }

type Control = { value: string; onChange: (value: string) => void }
type SelectProps = FieldWords & Control & { entries: readonly Entry[]; blank: string }

const about = (named: Named, error: string | undefined) => ({
  id: named.id,
  'aria-describedby': named.describedBy,
  'aria-invalid': error ? true : undefined,
})

/** One of many, folded away. */
export function Select({ entries, blank, value, onChange, ...words }: SelectProps) {
  return (
    <Field {...words}>
      {(named) =>
        web ? (
          <select
            {...about(named, words.error)}
            className="field__input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {!value && <option value="">{blank}</option>}
            {entries.map((entry) => (
              <option key={entry.value} value={entry.value}>
                {entry.text}
              </option>
            ))}
          </select>
        ) : (
          <Picker
            mode="selector"
            range={entries.map(({ text }) => text)}
            value={Math.max(
              0,
              entries.findIndex((entry) => entry.value === value),
            )}
            onChange={({ detail }) => onChange(entries[Number(detail.value)]?.value ?? '')}
          >
            <View className="field__input" ariaRole="button" ariaLabel={words.label}>
              {entries.find((entry) => entry.value === value)?.text ?? blank}
            </View>
          </Picker>
        )
      }
    </Field>
  )
}

/** A time of the day, `HH:mm`. */
export function TimeField({ value, onChange, ...words }: FieldWords & Control) {
  return (
    <Field {...words}>
      {(named) =>
        web ? (
          <input
            {...about(named, words.error)}
            className="field__input"
            type="time"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Picker mode="time" value={value} onChange={({ detail }) => onChange(detail.value)}>
            <View className="field__input" ariaRole="button" ariaLabel={words.label}>
              {value || '--:--'}
            </View>
          </Picker>
        )
      }
    </Field>
  )
}
