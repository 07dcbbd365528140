/** The look of a mail: ink on paper, one turquoise, nothing fetched from anywhere. */
import type { CSSProperties, ReactNode } from 'react'
import { cutSteady } from '#app/domain/text.ts'

const INK = '#1c2221'
const SOFT = '#545b58'
const TILE = '#0a626c'
const FACE = "'Source Sans 3', 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"

const page: CSSProperties = { margin: 0, padding: '24px 16px', background: '#faf8f3', color: INK, fontFamily: FACE, fontSize: 16, lineHeight: '24px' }
const column: CSSProperties = { maxWidth: 560, margin: '0 auto' }
const cell: CSSProperties = { borderTop: '1px solid #dcd7cb', padding: '8px 0', textAlign: 'left', verticalAlign: 'top', fontSize: 16 }

export function Page({ title, language, children }: { title: string; language: string; children: ReactNode }) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body style={page}>
        <div style={column}>{children}</div>
      </body>
    </html>
  )
}

export function Title({ children }: { children: ReactNode }) {
  return <h1 style={{ fontSize: 24, lineHeight: '30px', fontWeight: 600, margin: '0 0 16px', paddingBottom: 12, borderBottom: `2px solid ${INK}` }}>{children}</h1>
}

export function Words({ children }: { children: ReactNode }) {
  return <p style={{ margin: '0 0 16px' }}>{children}</p>
}

export function Small({ children }: { children: ReactNode }) {
  return <p style={{ margin: '24px 0 0', color: SOFT, fontSize: 14, lineHeight: '20px' }}>{children}</p>
}

export function Rows({ children }: { children: ReactNode }) {
  return <table cellPadding={0} cellSpacing={0} style={{ width: '100%', borderCollapse: 'collapse', margin: '0 0 20px' }}><tbody>{children}</tbody></table>
}

export function RowOf({ term, children }: { term: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" style={{ ...cell, width: 96, paddingRight: 12, fontWeight: 400, color: SOFT }}>{term}</th>
      <td style={cell}>{children}</td>
    </tr>
  )
}

/** A line that breaks neither within hours nor within the name of a city. */
export function Steady({ text }: { text: string }) {
  return <>{cutSteady(text).map((part, at) => (at % 2 === 1 ? <span key={at} style={{ whiteSpace: 'nowrap' }}>{part}</span> : part))}</>
}

/** The one thing to do. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p style={{ margin: '0 0 16px' }}>
      <a href={href} style={{ display: 'inline-block', background: TILE, color: '#ffffff', fontWeight: 600, textDecoration: 'none', padding: '10px 20px', borderRadius: 3 }}>{children}</a>
    </p>
  )
}

/** Twice what a form takes, and what the calendar part shows: a longer text would keep everybody waiting. */
const LONGEST = 16_000

/** Several lines of somebody's text, as they were written. */
export function Prose({ text }: { text: string }) {
  const shown = text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`
  return <>{shown.split(/\n{2,}/).map((paragraph, at) => <Words key={at}>{lined(paragraph)}</Words>)}</>
}

function lined(paragraph: string): ReactNode[] {
  return paragraph.split('\n').flatMap((line, at) => (at === 0 ? [unlinked(line)] : [<br key={at} />, unlinked(line)]))
}

/**
 * Text that others typed, so that no mail program makes a link of it: a word joiner, which nobody sees, stands after the
 * dot of what looks like a domain and before an @ or ://.
 */
export function unlinked(text: string): string {
  return text.replace(/\.(?=\p{L}{2})/gu, '.\u2060').replace(/@|:(?=\/\/)/g, '\u2060$&')
}
