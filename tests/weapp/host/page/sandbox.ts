/** Names that a browser has and WeChat's logic layer has not. */
const BROWSER_ONLY = [
  'window',
  'document',
  'self',
  'location',
  'history',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'XMLHttpRequest',
  'fetch',
  'WebSocket',
  'Image',
  'URL',
  'URLSearchParams',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'Worker',
  'alert',
  'confirm',
  'prompt',
  'atob',
  'btoa',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'HTMLElement',
  'Element',
  'Node',
  'Event',
  'CustomEvent',
  'EventTarget',
  'getComputedStyle',
  'matchMedia',
  'crypto',
  'TextEncoder',
  'TextDecoder',
  'AbortController',
  'structuredClone',
  'queueMicrotask',
  'performance',
  'screen',
  'parent',
  'top',
  'frames',
  'MessageChannel',
  'DOMParser',
  'customElements',
]

const LANGUAGE =
  /^(Object|Array|Function|String|Number|Boolean|Symbol|BigInt|Math|JSON|Date|RegExp|Map|Set|WeakMap|WeakSet|WeakRef|Promise|Proxy|Reflect|Error|\w+Error|ArrayBuffer|DataView|\w+Array|Intl|parse(Int|Float)|is(NaN|Finite)|(en|de)codeURI(Component)?|console)$/
const TIMERS = /^(set|clear)(Timeout|Interval)$/

const property = (name: string): [string, unknown][] => {
  const value: unknown = Reflect.get(globalThis, name)
  if (LANGUAGE.test(name)) return [[name, value]]
  return TIMERS.test(name) && typeof value === 'function' ? [[name, value.bind(globalThis)]] : []
}

const globalObject: Record<string, unknown> = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).flatMap(property),
)
globalObject.globalThis = globalObject
globalObject.global = globalObject

/** Runs one CommonJS file of the package with the given names and without those of the browser. */
export const runScript = (source: string, path: string, given: Record<string, unknown>): void => {
  const names = { global: globalObject, globalThis: globalObject, ...given }
  const script = `'use strict';${source}\n//# sourceURL=weapp/${path}.js`
  new Function(...Object.keys(names), ...BROWSER_ONLY, script)(...Object.values(names))
}
