/** Where sealed bytes lie. What is put is safe when the promise is kept; removing what is not there is no error. */
export type Store = {
  put(id: string, bytes: Buffer): Promise<void>
  get(id: string): Promise<Buffer | null>
  remove(id: string): Promise<void>
}
