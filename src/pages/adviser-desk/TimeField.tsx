import { Picker, View } from '@tarojs/components'

import { Field, type FieldWords } from '#components/Field'

const web = process.env.TARO_ENV === 'h5'

type Props = FieldWords & { value: string; onChange: (value: string) => void }

/** A time of the day, `HH:mm`. */
export function TimeField({ value, onChange, ...words }: Props) {
  return (
    <Field {...words}>
      {(named) =>
        web ? (
          <input
            id={named.id}
            aria-describedby={named.describedBy}
            aria-invalid={words.error ? true : undefined}
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
