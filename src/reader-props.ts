/** What a screen reader is told. Taro leaves these out of its mini-program templates (WX-8, AC-10). */
const READER = { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-checked': '' }

export const READER_PROPS = { View: READER, Text: READER, Button: READER, Input: READER, Textarea: READER }
