import './Toggle.scss'

import { Box, Tap } from '#components/tags'

type Props = {
  label: string
  hint?: string
  on: boolean
  onChange: (on: boolean) => void
  disabled?: boolean
}

/** Yes or no, in force at once; the state is also said in words. */
export const Toggle = ({ label, hint, on, onChange, disabled }: Props) => (
  <Tap
    className="toggle"
    role="switch"
    label={label}
    chosen={on}
    disabled={disabled}
    onTap={() => onChange(!on)}
  >
    <Box className="toggle__row">
      <Box className="toggle__words">
        <Box className="toggle__label">{label}</Box>
        {hint && <Box className="toggle__hint">{hint}</Box>}
      </Box>
      <Box className="toggle__state">{on ? '开' : '关'}</Box>
      <Box className={`toggle__track ${on ? 'toggle__track--on' : ''}`} silent>
        <Box className="toggle__knob" />
      </Box>
    </Box>
  </Tap>
)
