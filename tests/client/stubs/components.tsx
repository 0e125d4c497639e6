import type {
  ButtonProps,
  FormProps,
  ImageProps,
  InputProps,
  PickerDateProps,
  PickerSelectorProps,
  ScrollViewProps,
  SwitchProps,
  TextareaProps,
  TextProps,
  ViewProps,
} from '@tarojs/components'
import type { ChangeEvent, CSSProperties, MouseEventHandler, ReactNode } from 'react'

/** Taro's props carry handlers of its own events; here they get what a page reads of them: detail. */
type Spoken = {
  ariaLabel?: string
  ariaRole?: string
  ariaHidden?: boolean
  ariaChecked?: boolean
  children?: ReactNode
}
type Handler = (event: never) => void

const tell = (handler: Handler | undefined, detail: object) => handler?.({ detail } as never)

const styleOf = (style: ViewProps['style']): CSSProperties | undefined =>
  typeof style === 'object' ? style : undefined

const spoken = ({ ariaLabel, ariaRole, ariaHidden, ariaChecked }: Spoken) => ({
  'aria-label': ariaLabel,
  role: ariaRole,
  'aria-hidden': ariaHidden,
  'aria-checked': ariaChecked,
})

type Looks = Partial<Pick<ViewProps, 'id' | 'className' | 'style'>> & { onClick?: unknown } & Spoken

const common = ({ id, className, style, onClick, ...props }: Looks) => ({
  id,
  className,
  style: styleOf(style),
  onClick: onClick as MouseEventHandler | undefined,
  ...spoken(props),
})

export const View = (props: ViewProps & Spoken) => <div {...common(props)}>{props.children}</div>
export const ScrollView = (props: ScrollViewProps & Spoken) => <div {...common(props)}>{props.children}</div>
export const Text = (props: TextProps & Spoken) => <span {...common(props)}>{props.children}</span>
export const Image = (props: ImageProps & Spoken) => <img alt="" src={props.src} {...common(props)} />

/** What the platform opens answers at once. */
const opened = ({ openType, onGetPhoneNumber, onAgreePrivacyAuthorization }: ButtonProps) => {
  if (openType === 'getPhoneNumber')
    tell(onGetPhoneNumber, { code: 'phone-code', errMsg: 'getPhoneNumber:ok' })
  if (openType === 'agreePrivacyAuthorization') tell(onAgreePrivacyAuthorization, {})
}

export const Button = (props: ButtonProps & Spoken) => {
  const { onClick, ...said } = common(props)
  return (
    <button
      {...said}
      type={props.formType === 'submit' ? 'submit' : 'button'}
      disabled={props.disabled ?? false}
      aria-busy={props.loading ?? false}
      onClick={(event) => {
        onClick?.(event)
        opened(props)
      }}
    >
      {props.children}
    </button>
  )
}

type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>

const field = (props: (InputProps | TextareaProps) & Spoken) => ({
  id: props.id,
  className: props.className,
  ...spoken(props),
  placeholder: props.placeholder,
  disabled: props.disabled,
  maxLength: (props.maxlength ?? -1) < 0 ? undefined : props.maxlength,
  value: props.value ?? '',
  onChange: ({ target: { value } }: Typed) => tell(props.onInput, { value, cursor: value.length }),
  onBlur: ({ target: { value } }: Typed) => tell(props.onBlur, { value }),
})

export const Textarea = (props: TextareaProps & Spoken) => <textarea {...field(props)} />

export const Input = (props: InputProps & Spoken) => (
  <input
    {...field(props)}
    type={props.password ? 'password' : 'text'}
    onKeyDown={({ key }) => key === 'Enter' && tell(props.onConfirm, { value: props.value ?? '' })}
  />
)

const named = (item: unknown, key: string | undefined) =>
  key === undefined ? String(item) : String(Reflect.get(item as object, key))

const DatePicker = (props: PickerDateProps & Spoken) => (
  <input
    type="date"
    {...spoken(props)}
    value={props.value}
    onChange={({ target: { value } }) => tell(props.onChange, { value })}
  />
)

const ListPicker = (props: PickerSelectorProps & Spoken) => (
  <select
    {...spoken(props)}
    value={props.value ?? 0}
    onChange={({ target: { value } }) => tell(props.onChange, { value })}
  >
    {(props.range ?? []).map((item, place) => (
      <option key={named(item, props.rangeKey)} value={place}>
        {named(item, props.rangeKey)}
      </option>
    ))}
  </select>
)

export const Picker = (props: (PickerDateProps | PickerSelectorProps) & Spoken) => (
  <div className={props.className}>
    {props.children}
    {props.mode === 'date' ? <DatePicker {...props} /> : <ListPicker {...(props as PickerSelectorProps)} />}
  </div>
)

export const Switch = (props: SwitchProps & Spoken) => (
  <input
    type="checkbox"
    {...spoken(props)}
    checked={props.checked ?? false}
    disabled={props.disabled ?? false}
    onChange={({ target: { checked } }) => tell(props.onChange, { value: checked })}
  />
)

export const Form = (props: FormProps & Spoken) => (
  <form
    className={props.className}
    onSubmit={(event) => {
      event.preventDefault()
      tell(props.onSubmit, { value: Object.fromEntries(new FormData(event.currentTarget)) })
    }}
  >
    {props.children}
  </form>
)
