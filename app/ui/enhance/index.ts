/** Comfort for those whose browser runs scripts; every page works without it. */
import { keepDrafts } from '#app/ui/enhance/drafts.ts'

keepDrafts(document)
