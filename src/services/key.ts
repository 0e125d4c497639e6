const piece = () => Math.random().toString(36).slice(2, 12)

/** A new idempotency key. It need not be secret, only never the same twice. */
export const newKey = (): string => `${Date.now().toString(36)}-${piece()}${piece()}`
