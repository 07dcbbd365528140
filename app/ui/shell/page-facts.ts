import { createContext } from 'react'
import type { Theme } from '#app/ui/shell/shell-data.ts'

/** What the frame of every page is told by the server that renders it: what a script needs to run, and the look that was chosen. */
export const PageFacts = createContext<{ nonce: string; theme: Theme; /** Of a refusal that says it; otherwise the page's own. */ language?: string }>({ nonce: '', theme: 'auto' })
