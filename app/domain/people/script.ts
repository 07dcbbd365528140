/** In which script a name is written. */
const SCRIPTS: readonly [string, RegExp][] = [
  ['Latin', /\p{Script=Latin}/u], ['Cyrillic', /\p{Script=Cyrillic}/u], ['Arabic', /\p{Script=Arabic}/u], ['Hangul', /\p{Script=Hangul}/u],
  ['Han', /\p{Script=Han}/u], ['Georgian', /\p{Script=Georgian}/u], ['Armenian', /\p{Script=Armenian}/u],
]

/** 'Cyrillic' for “Тоҷикӣ”: the script of its first letter; '' when that is none of those known here. */
export function scriptOf(name: string): string {
  const first = /\p{L}/u.exec(name)?.[0] ?? ''
  return SCRIPTS.find(([, letters]) => letters.test(first))?.[0] ?? ''
}
