/** Set by the build (config/index.ts). */
declare const API_BASE: string
declare const SUBSCRIBE_TEMPLATES: readonly string[]

declare module '*.scss'
