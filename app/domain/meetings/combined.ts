/** Two meetings in one line: formats or counterparts joined by a comma, a stroke or an "and". */

const FORMATS = 'presentation|q ?& ?a(?: session)?|workshop|training|seminar|briefing|round ?table|meeting|visit|discussion|презентация|семинар|встреча|вопросы и ответы'
const TWO_FORMATS = new RegExp(`^(${FORMATS})\\s?(?:and|&|,|/|\\+|и)\\s?(${FORMATS})(?![\\p{L}\\p{N}])(.{0,160})$`, 'iu')
const WITH = /^(.{0,40}?\s(?:with|with the|с|со)\s)(.{3,160})$/iu
const BODY = /\b(?:ministry|committee|agency|university|bank|council|park|centre|center|ngos?|operators?|association|chamber|company|institute|fund|union|office|mayor|hokimiyat|khokimiyat|министерств|комитет|агентств|университет|банк|ассоциац|палат|институт|фонд)/iu
/** Said to be one. */
const JOINT = /^(?:joint|совместн)/iu

/** The lines that it could be; undefined where it is one thing. 'Presentation and Q&A for the team' → 'Presentation for the team', 'Q&A for the team'. */
export function partsOf(title: string): string[] | undefined {
  if (title.length > 200 || JOINT.test(title)) return undefined
  const formats = TWO_FORMATS.exec(title)
  if (formats) return [`${formats[1]}${formats[3]}`, `${capital(formats[2] as string)}${formats[3]}`]
  const found = WITH.exec(title)
  if (!found) return undefined
  const [, start = '', rest = ''] = found
  const parts = rest.split(/\s?[,;/]\s|\s\/\s?/u).map((part) => part.replace(/^(?:and|и)\s/iu, '').trim()).filter(Boolean)
  if (parts.length < 2 || parts.length > 5 || !parts.every((part) => BODY.test(part))) return undefined
  return parts.map((part) => `${start}${part}`)
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
