/** The words of a signature sheet beside the English ones, in the languages that the counterparts of a mission read. */
export type SheetWords = { sheet: string; name: string; organisation: string; title: string; signature: string; visitors: string }

export const ENGLISH: SheetWords = { sheet: 'List of participants', name: 'Name', organisation: 'Organisation', title: 'Title', signature: 'Signature', visitors: 'Further participants' }

const WORDS: Record<string, SheetWords> = {
  ru: { sheet: 'Список участников', name: 'Фамилия, имя, отчество', organisation: 'Организация', title: 'Должность', signature: 'Подпись', visitors: 'Другие участники' },
  tg: { sheet: 'Рӯйхати иштирокчиён', name: 'Ному насаб', organisation: 'Ташкилот', title: 'Вазифа', signature: 'Имзо', visitors: 'Дигар иштирокчиён' },
  kk: { sheet: 'Қатысушылар тізімі', name: 'Аты-жөні', organisation: 'Ұйым', title: 'Лауазымы', signature: 'Қолы', visitors: 'Басқа қатысушылар' },
  ky: { sheet: 'Катышуучулардын тизмеси', name: 'Аты-жөнү', organisation: 'Уюм', title: 'Кызматы', signature: 'Колу', visitors: 'Башка катышуучулар' },
  uz: { sheet: 'Ishtirokchilar roʻyxati', name: 'Familiyasi, ismi', organisation: 'Tashkilot', title: 'Lavozimi', signature: 'Imzo', visitors: 'Boshqa ishtirokchilar' },
}

export const SHEET_LANGUAGES = Object.keys(WORDS)

/** The words of a language; undefined for English, which stands on every sheet, and for a language without words. */
export function sheetWords(language: string): SheetWords | undefined {
  return Object.hasOwn(WORDS, language) ? WORDS[language] : undefined
}
