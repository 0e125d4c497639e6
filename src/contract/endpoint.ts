import type { GenericSchema, InferInput, InferOutput } from 'valibot'

import type { Role } from '#domain/actor'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may call: anybody, any account, or accounts with one of these roles (the case decides the rest). */
export type Access = 'anyone' | 'signed_in' | readonly Role[]

/** What crosses the wire, said once: the server mounts it, the client calls it, OpenAPI is made from it. */
export type Endpoint = {
  readonly method: Method
  /** Below `/api`, parameters as `:id`. */
  readonly path: string
  readonly access: Access
  readonly summary: string
  readonly query?: GenericSchema
  readonly body?: GenericSchema
  /** Absent for an empty answer (204, or 202 and 200 without content). */
  readonly reply?: GenericSchema
  readonly status: 200 | 201 | 202 | 204
  /** Open to anyone, but whoever is signed in is known. */
  readonly seen?: true
  /** Requires an `Idempotency-Key`: the same key gets the same answer, also after a lost reply. */
  readonly keyed?: true
  /** The body is `multipart/form-data` with one file in `file`, and perhaps its `name`. */
  readonly upload?: true
  /** The answer is a file and no JSON. */
  readonly download?: true
  /** Largest body; 128 KiB unless said. */
  readonly maxBytes?: number
  /** Exists in demo mode only. */
  readonly demo?: true
}

/** A file as it came in. */
export type Upload = { name: string; bytes: Uint8Array }

/** A file as it goes out; `shown`: may a browser open it, or only save it? */
export type Download = { name: string; type: string; bytes: Uint8Array; shown: boolean }

type Names<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Names<Head> | Names<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never

export type Params<E extends Endpoint> = Readonly<Record<Names<E['path']>, string>>
type Out<S> = S extends GenericSchema ? InferOutput<S> : undefined
type In<S> = S extends GenericSchema ? InferInput<S> : undefined

export type Query<E extends Endpoint> = Out<E['query']>
export type Body<E extends Endpoint> = E extends { upload: true } ? Upload : Out<E['body']>
export type Reply<E extends Endpoint> = Out<E['reply']>
export type QueryInput<E extends Endpoint> = In<E['query']>
export type BodyInput<E extends Endpoint> = In<E['body']>
export type ReplyInput<E extends Endpoint> = In<E['reply']>

/** Keeps the exact types of what is said. */
export const endpoint = <const E extends Endpoint>(said: E): E => said
