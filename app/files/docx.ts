import mammoth from 'mammoth'
import { xmlParts } from '#app/files/archive.ts'
import type { Archive } from '#app/files/archive.ts'
import { readHtml } from '#app/files/html.ts'
import type { HtmlText } from '#app/files/html.ts'

/** A Word document: its body as text, accepted changes as accepted, without headers, footers, comments and pictures. */
export async function readDocx(archive: Archive): Promise<HtmlText> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(xmlParts(archive)) }, {
    ignoreEmptyParagraphs: false, externalFileAccess: false, includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
  })
  return readHtml(value, { tabs: true })
}
