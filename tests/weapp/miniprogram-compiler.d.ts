declare module 'miniprogram-compiler' {
  /** Throws with the compiler's words when a template is wrong. */
  export const wxmlToJs: (folder: string) => string
}
