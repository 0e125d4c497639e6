import type { ComponentSpace } from 'glass-easel'
import type { Tag } from '../../tags.ts'
import {
  pageContainer,
  placeholder,
  plainBox,
  rootPortal,
  scrollView,
  swiper,
  swiperItem,
  view,
} from './boxes.ts'
import { button, navigator } from './button.ts'
import { checkbox, checkboxGroup, radio, radioGroup, slider, switchBox } from './choices.ts'
import { type Builtin, define } from './define.ts'
import { form, input, label, textarea } from './fields.ts'
import { image } from './image.ts'
import { picker, pickerView } from './pickers.ts'
import { icon, progress, richText, text } from './text.ts'

const BUILTINS: Record<Tag, Builtin> = {
  ad: placeholder,
  audio: placeholder,
  button,
  camera: placeholder,
  canvas: placeholder,
  checkbox,
  'checkbox-group': checkboxGroup,
  'cover-image': image,
  'cover-view': plainBox,
  editor: placeholder,
  form,
  'functional-page-navigator': placeholder,
  icon,
  image,
  input,
  'keyboard-accessory': placeholder,
  label,
  'live-player': placeholder,
  'live-pusher': placeholder,
  map: placeholder,
  'match-media': plainBox,
  'movable-area': plainBox,
  'movable-view': plainBox,
  'native-slot': plainBox,
  'navigation-bar': placeholder,
  navigator,
  'official-account': placeholder,
  'open-data': placeholder,
  'page-container': pageContainer,
  'page-meta': plainBox,
  picker,
  'picker-view': pickerView,
  'picker-view-column': plainBox,
  progress,
  radio,
  'radio-group': radioGroup,
  'rich-text': richText,
  'root-portal': rootPortal,
  'scroll-view': scrollView,
  'share-element': placeholder,
  slider,
  swiper,
  'swiper-item': swiperItem,
  switch: switchBox,
  text,
  textarea,
  video: placeholder,
  view,
  'voip-room': placeholder,
  'web-view': placeholder,
}

const isTag = (name: string): name is Tag => name in BUILTINS

export const defineBuiltins = (space: ComponentSpace): void => {
  for (const [tag, builtin] of Object.entries(BUILTINS)) if (isTag(tag)) define(space, tag, builtin)
}
