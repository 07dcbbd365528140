import { entryWords } from '#app/domain/papers/outline.ts'
import { FAULT_WORDS } from '#app/domain/papers/outline-words.ts'
import { ActionButton } from '#app/ui/kit/form.tsx'
import { LintMark } from '#app/ui/kit/lint-mark.tsx'
import type { OutlineLine } from '#app/domain/papers/outline-lines.ts'

/** What is wrong with the number, level or page of a section, with the repair as one button. */
export function NumberMarks({ line, here, canEdit, primary }: { line: OutlineLine; here: string; canEdit: boolean; primary?: boolean }) {
  return (
    <>
      {line.marks.map(({ fault, proposal }) => (
        <span key={fault} className="under numbering">
          <LintMark severity={fault === 'page-back' || fault === 'level-jump' ? 'warning' : 'error'}>{FAULT_WORDS[fault]}</LintMark>
          {canEdit && proposal !== null && (
            <ActionButton tight={!primary} kind={primary ? 'primary' : undefined} action={`${here}/sections/${line.id}/number`} hidden={{ revision: line.revision, number: proposal }} aria-label={`Make it ${proposal}: ${entryWords(line)}`}>Make it {proposal}</ActionButton>
          )}
        </span>
      ))}
    </>
  )
}
