/** Largest file that is taken, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** What goes with an application that is still being filled in is kept as long as that may take. */
export const DRAFT_FILE_DAYS = 30

/** Most files with one message or step. */
export const MAX_FILES = 9

/** What can be sent: how it is written at the end of a name, and whether it is shown at once or saved first. */
export const FILE_TYPES = {
  'image/jpeg': { ending: 'jpg', shown: true },
  'image/png': { ending: 'png', shown: true },
  'application/pdf': { ending: 'pdf', shown: true },
  'audio/mpeg': { ending: 'mp3', shown: true },
  'audio/mp4': { ending: 'm4a', shown: true },
  'audio/wav': { ending: 'wav', shown: true },
  'audio/amr': { ending: 'amr', shown: true },
  'audio/aac': { ending: 'aac', shown: true },
  'audio/ogg': { ending: 'ogg', shown: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', shown: false },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', shown: false },
} as const

export type FileType = keyof typeof FILE_TYPES

export const isPicture = (type: string): boolean => type.startsWith('image/')

const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu

/** A name as it can be shown and saved, with the ending of what the file really is. */
export function fileName(given: string, type: FileType): string {
  const { ending } = FILE_TYPES[type]
  const plain = given.replace(NOT_IN_A_NAME, '').trim()
  const stem = [...plain.replace(/\.[^.\s]{1,5}$/, '')].slice(0, 80).join('').trim()
  return `${stem || '附件'}.${ending}`
}

/** In words for a person: 几 KB, 几 MB. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`
