/**
 * Numbers of the sections of an outline: which are right where they stand, what would be right, and how a part is numbered
 * anew. 'Part 2', '2.3' and '2.3.1' are read; Roman numerals and other signs stay as they are and are compared only with
 * themselves. Several sections may stand on one page; a section without a number needs none.
 */

export type Entry = { id: string; level: number; number: string; title: string; page: number | null }

export type NumberFault = 'doubled' | 'wrong-parent' | 'gap' | 'backwards' | 'level-jump' | 'page-back'
/** `proposal` is the number that repairs it; null for what no number repairs. */
export type NumberMark = { id: string; fault: NumberFault; proposal: string | null }

type Parsed = { word: string; path: readonly string[]; dot: string }
/** `anchor` is the nearest section above that has a number; `series` names those that are counted together. */
type Spot = { entry: Entry; parsed: Parsed | undefined; anchor: number | undefined; running: boolean; series: string | undefined }

const NUMBER = /^(?:(\p{L}[\p{L} -]{0,40}) )?(\d{1,6}|[A-HJ-UWYZ])((?:\.\d{1,6})*)(\.?)$/u

/** Every number that several entries of one level bear, with those entries in order. */
export function doubledNumbers<E extends Pick<Entry, 'level' | 'number'>>(entries: readonly E[]): E[][] {
  const groups = new Map<string, E[]>()
  for (const entry of entries) if (entry.number !== '') groups.set(`${entry.level} ${entry.number}`, [...(groups.get(`${entry.level} ${entry.number}`) ?? []), entry])
  return [...groups.values()].filter((group) => group.length > 1)
}

/** '2.3.1' → '2.3.2', or the first after it that nobody has; undefined where the number does not end in one. */
export function nextFree(number: string, taken: ReadonlySet<string>): string | undefined {
  const found = /^(.*?)(\d{1,6})(\D*)$/.exec(number)
  if (!found) return undefined
  for (let n = Number(found[2]) + 1; ; n++) {
    const candidate = `${found[1]}${n}${found[3]}`
    if (!taken.has(candidate)) return candidate
  }
}

/** A section under another number, '' for none; a number printed before its title goes along. */
export function renumbered({ number: old, title }: Pick<Entry, 'number' | 'title'>, number: string): { number: string; title: string } {
  if (old === '' || !title.startsWith(old)) return { number, title }
  const rest = title.slice(old.length)
  return { number, title: number === '' ? rest.replace(/^[.)\s]+/u, '') : number + rest }
}

/** The title without the number that may be printed before it. */
export function bareTitle(entry: Pick<Entry, 'number' | 'title'>): string {
  return renumbered(entry, '').title || entry.title
}

/** A section as somebody calls and numbers it now; where its number was printed before its title, it stays so. */
export function retitled(entry: Pick<Entry, 'number' | 'title'>, number: string, title: string): { number: string; title: string } {
  const bare = bareTitle(entry)
  if (entry.number === '' || bare === entry.title || !entry.title.endsWith(bare)) return { number, title }
  const between = entry.title.slice(entry.number.length, entry.title.length - bare.length)
  return { number, title: number === '' ? title : `${number}${between}${title}` }
}

/** What is wrong with numbers, levels and pages, in the order of the outline. An outline that counts on everywhere raises nothing. */
export function checkNumbering(entries: readonly Entry[]): NumberMark[] {
  const spots = spotsOf(entries)
  const faults = numberFaults(spots)
  const byPlace = numbersOf(spots, () => 'place')
  const taken = new Set(entries.map((entry) => entry.number))
  return spots.flatMap(({ entry }, at) => {
    const marks: NumberMark[] = []
    const fault = faults.get(entry.id)
    if (fault !== undefined) marks.push({ id: entry.id, fault, proposal: proposalOf(fault, entry, byPlace[at] as string, taken) })
    if (entry.level > (entries[at - 1]?.level ?? 0) + 1) marks.push({ id: entry.id, fault: 'level-jump', proposal: null })
    if (entry.page !== null && entry.page < (entries.slice(0, at).findLast((each) => each.page !== null)?.page ?? 0)) marks.push({ id: entry.id, fault: 'page-back', proposal: null })
    return marks
  })
}

function proposalOf(fault: NumberFault, { number }: Entry, place: string, taken: ReadonlySet<string>): string | null {
  return fault === 'doubled' || taken.has(place) ? (nextFree(fault === 'doubled' ? number : place, taken) ?? null) : place
}

/** Every section under `within` by its place, or all of them; whatever bears no number stays without. */
export function renumberWithin<E extends Entry>(entries: readonly E[], within: string | null): E[] {
  const inside = within === null ? undefined : new Set(underneath(entries, within))
  return withNumbers(entries, numbersOf(spotsOf(entries), ({ entry }) => (inside === undefined || inside.has(entry.id) ? 'place' : 'stay')))
}

/** One section under another number; the numbers below it go along. */
export function renumberOne<E extends Entry>(entries: readonly E[], id: string, number: string): E[] {
  const spots = spotsOf(entries)
  const astray = strays(numberFaults(spots))
  return withNumbers(entries, numbersOf(spots, ({ entry }) => (astray.has(entry.id) ? 'stay' : 'follow'), new Map([[id, number]])))
}

/**
 * The numbers after sections came, went or moved: what counted on before counts on after; a series that was wrong before keeps
 * its wrong numbers. `moved` belongs to another section now and is numbered like its new neighbours.
 */
export function renumberAfter<E extends Entry>(before: readonly Entry[], after: readonly E[], moved: string | null = null): E[] {
  const faults = numberFaults(spotsOf(before))
  const astray = strays(faults)
  const shaped = after.map((entry): Entry => (entry.id === moved && entry.number !== '' ? { ...entry, number: numberForNew(after, moved) } : entry))
  const spots = spotsOf(shaped)
  const wrong = new Set(spots.filter(({ entry }) => faults.has(entry.id) && entry.id !== moved).map(({ series }) => series))
  return withNumbers(after, numbersOf(spots, ({ entry, series }) => (astray.has(entry.id) && entry.id !== moved ? 'stay' : wrong.has(series) ? 'follow' : 'place')))
}

/** What an entry that came to its place in `after` is numbered: like its neighbour before it, or as the first below a numbered section. */
export function numberForNew(after: readonly Entry[], id: string): string {
  const at = after.findIndex((entry) => entry.id === id)
  const fresh = after[at]
  if (!fresh) return ''
  const above = after.slice(0, at).findLast((entry) => entry.level < fresh.level)
  const neighbour = after.slice(above ? after.indexOf(above) + 1 : 0, at).findLast((entry) => entry.level === fresh.level)
  if (!neighbour) return above && parse(above.number) ? `${(parse(above.number) as Parsed).path.join('.')}.1` : ''
  if (!parse(neighbour.number)) return ''
  const known = after.filter((entry) => entry.id !== id)
  const counted = renumberAfter(known, after.map((entry) => (entry.id === id ? { ...entry, number: neighbour.number } : entry)))
  const number = counted.find((entry) => entry.id === id)?.number ?? ''
  return number === neighbour.number ? (nextFree(number, new Set(known.map((entry) => entry.number))) ?? '') : number
}

function parse(number: string): Parsed | undefined {
  const found = NUMBER.exec(number)
  return found ? { word: found[1] ?? '', path: [found[2] as string, ...(found[3] ?? '').split('.').filter(Boolean)], dot: found[4] ?? '' } : undefined
}

function spotsOf(entries: readonly Entry[]): Spot[] {
  const above: number[] = []
  const spots: Spot[] = []
  for (const [at, entry] of entries.entries()) {
    while (above.length > 0 && (entries[above.at(-1) as number] as Entry).level >= entry.level) above.pop()
    const anchor = above.findLast((i) => (entries[i] as Entry).number !== '')
    spots.push({ entry, anchor, ...seriesOf(entry, anchor === undefined ? undefined : spots[anchor]) })
    above.push(at)
  }
  return spots
}

/** Numbers of one part ('3', 'Annex 1') run through the whole document; others count below their section. */
function seriesOf({ number, level }: Entry, anchor: Spot | undefined): Pick<Spot, 'parsed' | 'running' | 'series'> {
  const parsed = parse(number)
  if (number === '') return { parsed, running: false, series: undefined }
  const running = parsed?.path.length === 1 && (anchor === undefined || parsed.word !== '' || (anchor.parsed?.word ?? '') !== '')
  if (running || anchor === undefined) return { parsed, running, series: parsed && !running ? undefined : `|${level}|${parsed?.word ?? ''}` }
  return { parsed, running, series: anchor.parsed ? `${anchor.entry.id}|${parsed?.word ?? ''}` : undefined }
}

/** Series that can be counted: every number in it is read, all are figures or all are letters that are no Roman numerals. */
function countable(spots: readonly Spot[]): Set<string> {
  const members = new Map<string, Spot[]>()
  for (const spot of spots) if (spot.series !== undefined) members.set(spot.series, [...(members.get(spot.series) ?? []), spot])
  const lettered = ({ parsed }: Spot): boolean => /^\p{Lu}$/u.test(parsed?.path.at(-1) ?? '')
  return new Set([...members].filter(([, group]) => {
    const first = group[0] as Spot
    return group.every((spot) => spot.parsed !== undefined && lettered(spot) === lettered(first)) && !(lettered(first) && !/^[A-H]$/.test(lastOf(first)))
  }).map(([series]) => series))
}

function lastOf({ parsed }: Spot): string {
  return parsed?.path.at(-1) ?? ''
}

function orderOf(last: string): number {
  return /^\d+$/.test(last) ? Number(last) : last.charCodeAt(0) - 64
}

/** The fault of each section whose number is wrong. */
function numberFaults(spots: readonly Spot[]): Map<string, NumberFault> {
  const faults = new Map<string, NumberFault>()
  for (const group of doubledNumbers(spots.map(({ entry }) => entry))) for (const { id } of group.slice(1)) faults.set(id, 'doubled')
  const counted = countable(spots)
  const reached = new Map<string, number>()
  for (const spot of spots) {
    const { entry, parsed, anchor, running, series } = spot
    if (!parsed || series === undefined) continue
    const prefix = running || anchor === undefined ? [] : (spots[anchor]?.parsed?.path ?? [])
    if (parsed.path.slice(0, -1).join('.') !== prefix.join('.')) {
      if (!faults.has(entry.id)) faults.set(entry.id, 'wrong-parent')
      continue
    }
    if (!counted.has(series)) continue
    const [order, before] = [orderOf(lastOf(spot)), reached.get(series) ?? 0]
    if (order !== before + 1 && !faults.has(entry.id)) faults.set(entry.id, order > before ? 'gap' : 'backwards')
    reached.set(series, Math.max(order, before))
  }
  return faults
}

function strays(faults: ReadonlyMap<string, NumberFault>): Set<string> {
  return new Set([...faults].filter(([, fault]) => fault === 'wrong-parent').map(([id]) => id))
}

/** 'place' counts; 'follow' keeps the last figure below whatever number the section above has now; 'stay' keeps all of it. */
function numbersOf(spots: readonly Spot[], modeOf: (spot: Spot) => 'place' | 'follow' | 'stay', fixed: ReadonlyMap<string, string> = new Map()): string[] {
  const counted = countable(spots)
  const orders = new Map<string, number>()
  const paths: (readonly string[] | undefined)[] = []
  return spots.map((spot, at) => {
    const { entry, parsed, anchor, running, series } = spot
    const given = fixed.get(entry.id)
    const order = (orders.get(series ?? '') ?? 0) + 1
    if (series !== undefined) orders.set(series, order)
    if (given !== undefined) paths[at] = parse(given)?.path
    if (!parsed || given !== undefined) return given ?? entry.number
    const mode = series === undefined ? 'stay' : counted.has(series) ? modeOf(spot) : modeOf(spot) === 'place' ? 'follow' : modeOf(spot)
    const prefix = running || anchor === undefined ? [] : (paths[anchor] ?? [])
    const letters = /^\p{Lu}$/u.test(lastOf(spot))
    const path = mode === 'stay' ? parsed.path : [...prefix, mode === 'follow' ? lastOf(spot) : letters ? String.fromCharCode(64 + order) : String(order)]
    paths[at] = path
    return `${parsed.word === '' ? '' : `${parsed.word} `}${path.join('.')}${parsed.dot}`
  })
}

function withNumbers<E extends Entry>(entries: readonly E[], numbers: readonly string[]): E[] {
  return entries.map((entry, at) => (numbers[at] === entry.number ? entry : { ...entry, ...renumbered(entry, numbers[at] as string) }))
}

function underneath(entries: readonly Entry[], id: string): string[] {
  const at = entries.findIndex((entry) => entry.id === id)
  if (at < 0) return []
  const level = (entries[at] as Entry).level
  const end = entries.findIndex((entry, i) => i > at && entry.level <= level)
  return entries.slice(at + 1, end === -1 ? entries.length : end).map((entry) => entry.id)
}
