import type { Upload } from '#contract/endpoint'
import { invalid, Refusal } from '#domain/refusal'

const isMultipart = (type: string) => /^multipart\/form-data\b.*\bboundary=/i.test(type)

/** The file in a multipart body, which is read by the platform's own parser. */
export async function openUpload(body: Buffer, type: string): Promise<Upload> {
  if (!isMultipart(type)) throw new Refusal('malformed', '请用 multipart/form-data 上传文件')
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new Refusal('malformed', '文件没有传完，请再传一次')
    })
  const file = form.get('file')
  if (!(file instanceof File)) throw invalid({ file: '请选择要上传的文件' })
  const name = form.get('name')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: typeof name === 'string' && name.trim() ? name : file.name, bytes }
}
