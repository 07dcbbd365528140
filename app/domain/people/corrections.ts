/** What a person says their name and title should read, against what stands. */

export type NameAndTitle = { honorific: string; name: string; title: string }
export type CorrectedField = keyof NameAndTitle

/** The fields that a proposal changes; a title left empty changes nothing. */
export function correctedFields(before: NameAndTitle, proposed: NameAndTitle): CorrectedField[] {
  return (['honorific', 'name', 'title'] as const).filter((field) => proposed[field] !== before[field] && (field !== 'title' || proposed.title !== ''))
}

/** A printed title of several, joined by '; ', with one of them corrected; as it was where that one does not stand in it. */
export function printedTitleWith(printed: string, before: string, after: string): string {
  if (before === '' || after === '') return printed
  return printed.split('; ').map((title) => (title === before ? after : title)).join('; ')
}
