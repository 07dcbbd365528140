/** Every language that intake knows. A word that two languages use differently is taken as in the earlier one. */
import { english } from '#app/domain/intake/languages/en.ts'
import { french } from '#app/domain/intake/languages/fr.ts'
import { german } from '#app/domain/intake/languages/de.ts'
import { kazakh } from '#app/domain/intake/languages/kk.ts'
import { korean } from '#app/domain/intake/languages/ko.ts'
import { kyrgyz } from '#app/domain/intake/languages/ky.ts'
import { russian } from '#app/domain/intake/languages/ru.ts'
import { tajik } from '#app/domain/intake/languages/tg.ts'
import { uzbek } from '#app/domain/intake/languages/uz.ts'
import type { Language } from '#app/domain/intake/languages/language.ts'

export const LANGUAGES: readonly Language[] = [english, russian, tajik, uzbek, kazakh, kyrgyz, french, korean, german]
