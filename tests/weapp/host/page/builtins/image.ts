import { make } from '../dom.ts'
import type { Builtin } from './define.ts'
import { keepInside } from './props.ts'

const FIT: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' }

const isElsewhere = (source: string) => /^(https?:|data:|blob:|wxfile:)/.test(source)

const addressOf = (source: string) => (isElsewhere(source) ? source : `/package/${source.replace(/^\//, '')}`)

export const image: Builtin = {
  props: { src: '', mode: 'scaleToFill', lazyLoad: false, showMenuByLongpress: false, webp: false },
  behave: ({ host, prop, fire }) => {
    const picture = make('img', '')
    picture.alt = ''
    host.append(picture)
    keepInside(picture, 'load', 'error')
    picture.addEventListener('load', () =>
      fire('load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () => fire('error', { errMsg: `load fail ${picture.src}` }))
    return {
      changed: () => {
        const [source, mode] = [String(prop('src')), String(prop('mode'))]
        host.setAttribute('mode', mode)
        picture.style.objectFit = FIT[mode] ?? 'fill'
        if (source === '') picture.removeAttribute('src')
        else if (picture.getAttribute('src') !== addressOf(source)) picture.src = addressOf(source)
      },
    }
  },
}
