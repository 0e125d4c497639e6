import { hideToast, modal, sheet, toast } from '../dialogs.ts'
import { draw, tell, topPage } from '../page-stack.ts'
import { type Act, type Answer, allAsWx, Refused } from './call.ts'

type Toast = { title: string; duration?: number }
type Modal = {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
}

const done = (): Answer => ({})

const showModal: Act<Modal> = async ({
  title = '',
  content = '',
  showCancel = true,
  cancelText = '取消',
  confirmText = '确定',
}) => {
  const confirmed = await modal(title, content, [
    ...(showCancel ? [{ text: cancelText, answer: false }] : []),
    { text: confirmText, answer: true },
  ])
  return { confirm: confirmed, cancel: !confirmed }
}

const showActionSheet: Act<{ itemList: string[] }> = async ({ itemList }) => {
  const tapIndex = await sheet(itemList)
  if (tapIndex < 0) throw new Refused('cancel')
  return { tapIndex }
}

const setNavigationBarTitle: Act<{ title: string }> = ({ title }) => {
  const page = topPage()
  if (page) page.title = title
  draw()
  return {}
}

const pageScrollTo: Act<{ scrollTop?: number; selector?: string }> = ({ scrollTop = 0, selector }) => {
  const page = topPage()?.element
  if (selector === undefined) page?.scrollTo?.(0, scrollTop)
  else page?.querySelector(selector)?.scrollIntoView?.()
  return {}
}

const startPullDownRefresh = (): Answer => {
  const page = topPage()
  if (page) tell(page, 'onPullDownRefresh')
  return {}
}

const showing =
  (ms: number): Act<Toast> =>
  ({ title, duration = ms }) => {
    toast(title, duration)
    return {}
  }

const hide = (): Answer => {
  hideToast()
  return {}
}

const query = (name: 'createSelectorQuery' | 'createIntersectionObserver') => (): unknown => {
  const page = topPage()?.instance
  const create: unknown = page && Reflect.get(page, name)
  return typeof create === 'function' ? create.call(page) : undefined
}

export const ui = {
  ...allAsWx({
    showModal,
    showActionSheet,
    setNavigationBarTitle,
    pageScrollTo,
    startPullDownRefresh,
    showToast: showing(1500),
    showLoading: showing(0),
    hideToast: hide,
    hideLoading: hide,
    setNavigationBarColor: done,
    stopPullDownRefresh: done,
    showShareMenu: done,
    hideShareMenu: done,
    hideHomeButton: done,
    setTabBarBadge: done,
    removeTabBarBadge: done,
    showTabBarRedDot: done,
    hideTabBarRedDot: done,
    setTabBarItem: done,
    setTabBarStyle: done,
    showTabBar: done,
    hideTabBar: done,
    enableAlertBeforeUnload: done,
    disableAlertBeforeUnload: done,
  }),
  createSelectorQuery: query('createSelectorQuery'),
  createIntersectionObserver: query('createIntersectionObserver'),
}
