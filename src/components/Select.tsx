import { Picker, View } from '@tarojs/components'

import { Field, type FieldWords } from '#components/Field'

const web = process.env.TARO_ENV === 'h5'

type Entry = { value: string; text: string }

type Props = FieldWords & {
  entries: readonly Entry[]
  /** Shown while nothing is chosen. */
  blank: string
  value: string
  onChange: (value: string) => void
}

/** One of many, folded away. */
export function Select({ entries, blank, value, onChange, ...words }: Props) {
  return (
    <Field {...words}>
      {(named) =>
        web ? (
          <select
            id={named.id}
            aria-describedby={named.describedBy}
            aria-invalid={words.error ? true : undefined}
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
