import { enPeople } from '#app/domain/intake/languages/en-people.ts'
import { frPeople } from '#app/domain/intake/languages/fr-people.ts'
import { kkPeople } from '#app/domain/intake/languages/kk-people.ts'
import { koPeople } from '#app/domain/intake/languages/ko-people.ts'
import { kyPeople } from '#app/domain/intake/languages/ky-people.ts'
import { ruPeople } from '#app/domain/intake/languages/ru-people.ts'
import { tgPeople } from '#app/domain/intake/languages/tg-people.ts'
import { uzPeople } from '#app/domain/intake/languages/uz-people.ts'
import type { PeopleWords } from '#app/domain/intake/languages/people-words.ts'

/** Every language that people are read in; texts are mixed, so all are read at once. */
export const PEOPLE_WORDS: readonly PeopleWords[] = [enPeople, ruPeople, tgPeople, uzPeople, kkPeople, kyPeople, frPeople, koPeople]
