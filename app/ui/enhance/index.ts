/** Comfort for those whose browser runs scripts; every page works without it. */
import { keepDrafts } from '#app/ui/enhance/drafts.ts'
import { dragBlocks } from '#app/ui/enhance/grid.ts'
import { dragPlans } from '#app/ui/enhance/plan.ts'
import { countTicks, lightPairs } from '#app/ui/enhance/lighting.ts'
import { markSelections } from '#app/ui/enhance/marking.ts'
import { servePaper } from '#app/ui/enhance/paper.ts'
import { guardSignOut } from '#app/ui/enhance/signing-out.ts'
import { countDown, countPicks, lookAgain } from '#app/ui/enhance/sending.ts'
import { dragRows } from '#app/ui/enhance/ordering.ts'

keepDrafts(document)
markSelections(document)
servePaper(document)
countPicks(document)
countDown(document)
lookAgain(document)
dragRows(document)
dragBlocks(document)
dragPlans(document)
lightPairs(document)
countTicks(document)
guardSignOut(document)
