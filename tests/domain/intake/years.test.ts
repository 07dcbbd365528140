import { describe, expect, it } from 'vitest'
import type { AgendaDraft } from '#app/domain/intake/draft.ts'
import { readText } from '#app/domain/intake/read.ts'

const ROWS = '\n9:00 Opening\n9:30 Discussion\n11:00 Lunch'
const dayOf = (text: string, context = {}): string | undefined => (readText(`${text}${ROWS}`, context).draft as AgendaDraft).days[0]?.value

describe('the year of a day without one', () => {
  it.each([
    ['stands elsewhere in the text', 'Investor Day 2025\n20 February', {}, '2025-02-20'],
    ['stands elsewhere, whatever year it is now', 'Investor Day 2025\n20 February', { fallbackYear: 2026 }, '2025-02-20'],
    ['is this year, where the text prints none', 'Investor Day\n20 February', { fallbackYear: 2026 }, '2026-02-20'],
    ['is that of the mission', 'Investor Day\n20 February', { defaultYear: 2024 }, '2024-02-20'],
    ['is that of the mail', 'From: Ann\nSent: Monday, 3 February 2025 9:12\nTo: Ben\nSubject: Agenda\n\nInvestor Day\n20 February', { fallbackYear: 2026 }, '2025-02-20'],
  ])('%s', (_, text, context, day) => expect(dayOf(text, context)).toBe(day))
})
