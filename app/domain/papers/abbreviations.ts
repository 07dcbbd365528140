/** Abbreviations that stand in a paper, and what they stand for: said by somebody, or by the names that one organisation bears. Nothing is guessed. */

/** From two letters on, at least two of them capitals, with digits and one small plural s. */
const SHORT = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]{1,7})(?:s)?(?![\p{L}\p{N}])/gu
const ROMAN = /^[IVXLCDM]+$/
/** Words of a long name that no letter of its abbreviation stands for. */
const JOINING = new Set(['of', 'and', 'the', 'for', 'in', 'on', 'de', 'du', 'und', 'и', 'по', 'при', 'ва'])

/** Every abbreviation in some texts, in the order of the alphabet. Texts of several words without any small letter are headings in capitals and hold none. */
export function abbreviationsIn(texts: readonly string[]): string[] {
  const found = new Set<string>()
  for (const text of texts) {
    if (!/\p{Ll}/u.test(text) && /\S\s+\S/.test(text)) continue
    for (const [, short = ''] of text.matchAll(SHORT)) if (!ROMAN.test(short) && (short.match(/\p{Lu}/gu)?.length ?? 0) > 1) found.add(short)
  }
  return [...found].toSorted()
}

/** True when the first letters of the words of a name, joining words aside, are the abbreviation. */
export function abbreviates(short: string, long: string): boolean {
  const words = long.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !JOINING.has(word.toLowerCase()))
  return words.length > 1 && words.map((word) => word[0]?.toUpperCase()).join('') === short.toUpperCase()
}

export type Expansion = { short: string; words: string; /** Null where nobody has said it. */ by: 'typed' | 'organisation' | null; organisationId: string | null; id: string | null; revision: number }

/** Each abbreviation with what it stands for: as typed, else the other name of an organisation that bears it, else ''. Those typed stand in the list wherever they were found. */
export function expand(shorts: readonly string[], typed: readonly { id: string; short: string; words: string; revision: number }[], names: readonly { id: string; name: string }[]): Expansion[] {
  const all = [...new Set([...shorts, ...typed.map(({ short }) => short)])].toSorted()
  return all.map((short): Expansion => {
    const said = typed.find((each) => each.short === short)
    if (said) return { short, words: said.words, by: 'typed', organisationId: null, id: said.id, revision: said.revision }
    const bearers = new Set(names.filter(({ name }) => name === short).map(({ id }) => id))
    const long = names.find(({ id, name }) => bearers.has(id) && abbreviates(short, name))
    return { short, words: long?.name ?? '', by: long ? 'organisation' : null, organisationId: long?.id ?? null, id: null, revision: 0 }
  })
}
