import { LANGUAGES } from '#app/domain/meetings/notes.ts'
import type { Problem } from '#app/ui/kit/problem.ts'
import { SelectField } from '#app/ui/kit/select-field.tsx'

const NAMES: Record<string, string> = { en: 'English', ru: 'Russian', tg: 'Tajik', kk: 'Kazakh', ky: 'Kyrgyz', uz: 'Uzbek', ko: 'Korean' }

export function languageName(code: string): string {
  return NAMES[code] ?? code
}

/** The language of a text, by its code. */
export function LanguageField({ problem, value = 'en', label = 'Language' }: { problem?: Problem; value?: string; label?: string }) {
  const known = LANGUAGES.find((code) => code === value) ?? 'en'
  return <SelectField name="language" label={label} problem={problem} value={known} options={LANGUAGES.map((code) => ({ value: code, label: languageName(code) }))} />
}
