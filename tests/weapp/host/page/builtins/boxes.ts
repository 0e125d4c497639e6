import type { Builtin, Part } from './define.ts'
import { HOVER, keepInside } from './props.ts'

export const view: Builtin = { props: HOVER }

export const plainBox: Builtin = {}

/** Stands where WeChat would draw something of its own; tests see that it is there. */
export const placeholder: Builtin = {
  props: { src: '', latitude: null, longitude: null, markers: null, canvasId: '', type: '' },
}

export const rootPortal: Builtin = { props: { enable: true } }

export const pageContainer: Builtin = {
  props: { show: false, duration: 300, position: 'bottom', round: false, overlay: true, zIndex: 100 },
  behave: ({ host, prop }) => ({
    changed: () => {
      host.style.display = prop('show') ? '' : 'none'
    },
  }),
}

const scrolledToEdge = ({ host, prop, fire }: Part) => {
  let wasLow = false
  return () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth } = host
    fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
    const low = scrollTop + host.clientHeight >= scrollHeight - (Number(prop('lowerThreshold')) || 50)
    if (low && !wasLow) fire('scrolltolower', { direction: 'bottom' })
    if (scrollTop <= 0) fire('scrolltoupper', { direction: 'top' })
    wasLow = low
  }
}

const scrollChanged = ({ host, prop }: Part, name: string | null) => {
  host.style.overflowX = prop('scrollX') ? 'auto' : 'hidden'
  host.style.overflowY = prop('scrollY') ? 'auto' : 'hidden'
  const [top, into] = [prop('scrollTop'), prop('scrollIntoView')]
  if (name === 'scrollTop' && top !== '') host.scrollTop = Number(top)
  if (name === 'scrollIntoView' && into) document.getElementById(String(into))?.scrollIntoView?.()
}

export const scrollView: Builtin = {
  props: {
    scrollX: false,
    scrollY: false,
    upperThreshold: null,
    lowerThreshold: null,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollWithAnimation: false,
    enableBackToTop: false,
    enableFlex: false,
    scrollAnchoring: false,
    refresherEnabled: false,
    refresherTriggered: false,
    enhanced: false,
    showScrollbar: true,
    type: 'list',
  },
  behave: (part) => {
    keepInside(part.host, 'scroll')
    part.host.addEventListener('scroll', scrolledToEdge(part))
    return { changed: (name) => scrollChanged(part, name) }
  },
}

const slides = (host: HTMLElement) => [...host.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')]

export const swiper: Builtin = {
  props: {
    current: 0,
    autoplay: false,
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    indicatorDots: false,
    displayMultipleItems: null,
    previousMargin: '',
    nextMargin: '',
  },
  behave: ({ host, prop, fire }) => {
    let at = -1
    const go = (place: number) => {
      at = place
      slides(host).forEach((slide, index) => {
        slide.style.display = index === place ? '' : 'none'
      })
    }
    setTimeout(() => go(Number(prop('current'))))
    return {
      changed: (name) => name === 'current' && go(Number(prop('current'))),
      choose: (place) => {
        if (place === at) return
        go(Number(place))
        fire('change', { current: at, source: 'touch', currentItemId: '' })
      },
    }
  },
}

export const swiperItem: Builtin = { props: { itemId: '' } }
