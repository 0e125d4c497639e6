import { monotonicFactory } from 'ulid'

/** 26 characters, sorted by time of making; unique across processes. */
export const newId: () => string = monotonicFactory()
