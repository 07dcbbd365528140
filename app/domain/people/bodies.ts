/** Whether two printed organisations may be one: a shorter form, an abbreviation, a part and its whole, another spelling. */
import { editDistance, foldKey, latinOf } from '#app/domain/text.ts'
import { scriptOf } from '#app/domain/people/script.ts'

/** Words that say nothing about which body it is. */
const JOINING = new Set('the of and for on in at a an de du des la le les et von fur und der die das i v vo na po pri dlya van'.split(' '))
/** A part of a body: which body it belongs to is not printed. */
const PARTS = ['department', 'division', 'unit', 'office', 'directorate', 'dg', 'faculty', 'laboratory', 'lab', 'school', 'section', 'branch', 'practice', 'secretariat', 'service', 'team', 'project', 'programme', 'program',
  'otdel', 'upravlen', 'departament', 'kafedra', 'fakultet', 'laborator', 'filial', 'tsentr', 'proekt', 'boshqarma', 'bolim', 'kafedrasi', 'shoba', 'raeosat', 'basqarma', 'bolum', 'direction', 'service', 'abteilung', 'referat']
/** Of all the words of two names, this share in common makes them one. */
const ALIKE = 0.6
const LONGEST = 300
/** Letters of one word that an abbreviation may hold: 'Minenergo'. */
const LONGEST_PIECE = 7

/** True unless the two are clearly different bodies: names in different scripts cannot be told apart and count as one. */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length === 0 || b.length === 0 || scriptOf(one) !== scriptOf(other)) return true
  if ([a, b].some((words) => words.some((word) => PARTS.some((part) => word === part || (part.length > 5 && word.startsWith(part)))))) return true
  const shared = sharedWords(a, b)
  if (shared === Math.min(a.length, b.length) || shared / (a.length + b.length - shared) >= ALIKE) return true
  return shortens(one, other) || shortens(other, one)
}

function wordsOf(name: string): string[] {
  return [...new Set(latinOf(name.slice(0, LONGEST)).split(' '))].filter((word) => word !== '' && !JOINING.has(word))
}

function sharedWords(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => b.some((other) => isSameWord(word, other))).length
}

/** Endings, another spelling and a slip leave a word the same. */
function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 5 || b.length < 5) return false
  return a.slice(0, 6) === b.slice(0, 6) || foldKey(a) === foldKey(b) || skeletonOf(a) === skeletonOf(b) || editDistance(a, b, 1) === 1
}

/** 'centre' and 'center' have one. */
function skeletonOf(word: string): string {
  return (word[0] ?? '') + word.slice(1).replace(/[aeiouy]/g, '')
}

/** Words of few letters of which several are capitals. */
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{0,3}(?:\p{Lu}\p{Ll}{0,3}){1,6}(?![\p{L}\p{N}])/gu

/** 'UNDP', 'KOICA', 'MoE' or 'Минфин' for a longer name, also in brackets within either. */
function shortens(short: string, long: string): boolean {
  const letters = [...(short.slice(0, LONGEST).match(ABBREVIATION)?.slice(0, 4) ?? []), ...(/^\p{L}{5,16}$/u.test(short) ? [short] : [])]
  const words = long.slice(0, LONGEST).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 16)
  const inBrackets = new Set(long.slice(0, LONGEST).match(ABBREVIATION)?.slice(0, 4) ?? [])
  return letters.some((each) => inBrackets.has(each) || spells(each.toLowerCase(), words))
}

/** The letters are beginnings of the words in their order; joining words may be left out, and words at the end. */
function spells(letters: string, words: readonly string[]): boolean {
  let places = new Set([0])
  for (const word of words) {
    const next = new Set<number>(JOINING.has(latinOf(word)) || places.has(0) ? places : [])
    for (const place of places) for (let taken = 1; taken <= LONGEST_PIECE && taken <= word.length && word.slice(0, taken) === letters.slice(place, place + taken); taken++) next.add(place + taken)
    if (next.has(letters.length)) return true
    places = next
  }
  return false
}
