import sharp from 'sharp'

import type { Download, Upload } from '#contract/endpoint'
import { invalid, Refusal } from '#domain/refusal'
import type { Context } from '../context.ts'
import { sql } from '../db/sql.ts'
import { recognise } from '../files/recognise.ts'
import { myself } from './myself.ts'

const store = sql('adviser_photo_store', 'update adviser set photo = $2 where id = $1')
const find = sql<{ photo: Buffer | null }>(
  'adviser_photo',
  'select photo from adviser where id = $1 and active and photo is not null',
)

const SIDE = 320
const MAX_PIXELS = 110_000_000

/** A face for the notice board: upright, square, small, and nothing of where it was taken. */
export async function storePhoto({ database }: Context, accountId: string, { bytes }: Upload): Promise<void> {
  if (!(await recognise(bytes)).startsWith('image/'))
    throw invalid({ file: '照片请传 JPG、PNG 或 WebP 图片' })
  const photo = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'cover', position: 'attention' })
    .flatten({ background: 'white' })
    .jpeg({ quality: 82 })
    .toBuffer()
    .catch(() => {
      throw invalid({ file: '这张图片打不开，请重新拍一张再传' })
    })
  await database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    await tx.run(store, me.id, photo)
  })
}

export const dropPhoto = ({ database }: Context, accountId: string): Promise<void> =>
  database.inTransaction(async (tx) => {
    const me = await myself(tx, accountId)
    await tx.run(store, me.id, null)
  })

export async function readPhoto({ database }: Context, id: string): Promise<Download> {
  const row = await database.one(find, id)
  if (!row?.photo) throw new Refusal('not_found')
  return { name: 'photo.jpg', type: 'image/jpeg', bytes: row.photo, shown: true }
}
