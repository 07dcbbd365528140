/** `npm run bench`: every comparison stands beside its baseline of the same run. `npm run bench -- pages` runs one of them. */
import { benchAssessment } from '#tests/bench/assessment.ts'
import { benchConflicts } from '#tests/bench/conflicts.ts'
import { benchFeeds } from '#tests/bench/feeds.ts'
import { benchMail } from '#tests/bench/mail.ts'
import { benchPages } from '#tests/bench/pages.ts'
import { benchPaste } from '#tests/bench/paste.ts'

process.env.NODE_ENV = 'production'

const BENCHES: Record<string, () => Promise<void>> = { pages: benchPages, conflicts: benchConflicts, mail: benchMail, feeds: benchFeeds, paste: benchPaste, assessment: benchAssessment }

const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(BENCHES)) if (asked.length === 0 || asked.includes(name)) await bench()
