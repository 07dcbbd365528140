import { Fragment } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { headingDepths } from '#app/domain/papers/headings.ts'
import type { Block, Item, Paper, Row, Source, Text } from '#app/domain/papers/paper.ts'
import { plain } from '#app/domain/papers/paper.ts'
import { hasSample } from '#app/domain/papers/runs.ts'

/** Where a source is read, and where the bytes of a picture are; null where there is nothing to show. */
type Ways = { linkOf: (source: Source) => string; pictureOf?: ((attachmentId: string) => string | null) | undefined }
type Within = Ways & { team: boolean }

/** A paper as the page that is printed: one sheet on the screen, A4 pages on paper. Sources are links in the team's version. */
export function PaperSheet({ paper, linkOf, pictureOf }: { paper: Paper } & Ways) {
  const within: Within = { linkOf, pictureOf, team: paper.audience === 'team' }
  const depths = headingDepths(paper.blocks)
  const plates = paper.blocks.length > 0 && paper.blocks.every((block) => block.kind === 'plate' || block.kind === 'page-break')
  return (
    <article className="sheet paper" lang={paper.language} aria-label={paper.title} data-page={paper.landscape ? 'across' : 'upright'} data-plates={plates ? '' : undefined}>
      {!plates && paper.header !== '' && <p className="edge">{paper.header}</p>}
      {paper.blocks.map((block, at) => <BlockPart key={at} block={block} depth={depths.get(at) ?? 1} within={within} />)}
      {!plates && (
        <footer className="edge">
          {paper.footer !== '' && <p>{paper.footer}</p>}
          {hasSample(paper) && <p lang="en">◦ sample data</p>}
        </footer>
      )}
    </article>
  )
}

function BlockPart({ block, depth, within }: { block: Block; depth: number; within: Within }) {
  switch (block.kind) {
    case 'title': return <header className="title" data-align={block.align}><h1><Words text={block.text} within={within} /></h1>{block.lead && <p className="lead"><Words text={block.lead} within={within} /></p>}</header>
    case 'heading': return <Heading depth={depth} level={block.level}>{block.number && <span className="no">{block.number} </span>}<Words text={block.text} within={within} /></Heading>
    case 'paragraph': return block.look === 'quote' ? <blockquote data-align={block.align}><p><Words text={block.text} within={within} /></p></blockquote> : <p data-look={block.look} data-align={block.align}><Words text={block.text} within={within} /></p>
    case 'list': return <Items items={block.items} ordered={block.ordered} within={within} />
    case 'table': return <TablePart block={block} within={within} />
    case 'figure': return <Figure block={block} within={within} />
    case 'plate': return <Plate lines={block.lines} within={{ ...within, team: false }} />
    case 'signature': return <div className="signature">{block.lines.map((line, at) => <p key={at}><Words text={line} within={within} /></p>)}</div>
    case 'space': return <div className="gap" style={variable('--points', block.points)} />
    case 'page-break': return <div className="turn" />
  }
}

/** Looks as the paper asks, and stands where its outline has it. */
function Heading({ depth, level, children }: { depth: number; level: 1 | 2 | 3; children: ReactNode }) {
  const Tag = depth === 1 ? 'h2' : depth === 2 ? 'h3' : 'h4'
  return <Tag data-level={level}>{children}</Tag>
}

/** A card to fold: nothing on it leads anywhere, and its second face only repeats the first. */
function Plate({ lines, within }: { lines: readonly Text[]; within: Within }) {
  const words = lines.map((line, at) => <p key={at}><Words text={line} within={within} /></p>)
  return <section className="plate"><div>{words}</div><div aria-hidden data-turned="">{words}</div></section>
}

function Items({ items, ordered, within }: { items: readonly Item[]; ordered: boolean; within: Within }) {
  const lines = items.map((item, at) => <li key={at}><Words text={item.text} within={within} />{item.items && item.items.length > 0 && <Items items={item.items} ordered={false} within={within} />}</li>)
  return ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>
}

/** Scrolls by itself where the screen is narrower than its columns. */
function TablePart({ block: { look, widths, rows }, within }: { block: Extract<Block, { kind: 'table' }>; within: Within }) {
  const whole = widths.reduce((sum, share) => sum + share, 0) || 1
  const heads = rows.slice(0, rows.findIndex((row) => !row.head) === -1 ? rows.length : rows.findIndex((row) => !row.head))
  const head = heads.length === rows.length ? [] : heads
  return (
    <div className="rows" tabIndex={0} role="group" aria-label="Table">
      <table data-look={look} style={variable('--columns', widths.length)}>
        <colgroup>{widths.map((share, at) => <col key={at} style={variable('--share', `${(share / whole) * 100}%`)} />)}</colgroup>
        {head.length > 0 && <thead>{head.map((row, at) => <RowPart key={at} row={row} within={within} />)}</thead>}
        <tbody>{rows.slice(head.length).map((row, at) => <RowPart key={at} row={row} within={within} />)}</tbody>
      </table>
    </div>
  )
}

function RowPart({ row, within }: { row: Row; within: Within }) {
  const Cell = row.head ? 'th' : 'td'
  return (
    <tr style={row.height === undefined ? undefined : variable('--points', row.height)}>
      {row.cells.map((cell, at) => (
        <Cell key={at} colSpan={cell.span} data-align={cell.align} data-long={hasLongWord(cell.text) ? '' : undefined} {...(row.head && { scope: 'col' })}>{cell.text.map((text, line) => <p key={line}><Words text={text} within={within} /></p>)}</Cell>
      ))}
    </tr>
  )
}

/** A word that may be broken anywhere rather than make its column wide. */
function hasLongWord(texts: readonly Text[]): boolean {
  return texts.some((text) => plain(text).split(/\s+/).some((word) => word.length > 20))
}

function Figure({ block: { caption, alt, attachmentId }, within }: { block: Extract<Block, { kind: 'figure' }>; within: Within }) {
  const address = attachmentId === null ? null : (within.pictureOf?.(attachmentId) ?? null)
  return (
    <figure>
      {address === null ? <div className="place" role="img" aria-label={`${alt}; the picture is missing`} /> : <img src={address} alt={alt} />}
      <figcaption><Words text={caption} within={within} /></figcaption>
    </figure>
  )
}

/** The runs of a text, each in its language; what rests on a source links there. */
function Words({ text, within }: { text: Text; within: Within }) {
  return text.map((run, at) => {
    let words: ReactNode = run.text.split('\n').map((line, number) => <Fragment key={number}>{number > 0 && <br />}{line}</Fragment>)
    if (run.sample && run.text !== '') words = <>{words}<span className="ring" title="Sample data">◦</span></>
    if (run.bold) words = <b>{words}</b>
    if (run.italic) words = <i>{words}</i>
    if (run.small) words = <small>{words}</small>
    if (run.source && within.team) return <a key={at} href={within.linkOf(run.source)} lang={run.lang}>{words}</a>
    return run.lang ? <span key={at} lang={run.lang}>{words}</span> : <Fragment key={at}>{words}</Fragment>
  })
}

function variable(name: `--${string}`, value: number | string): CSSProperties {
  return { [name]: value } as CSSProperties
}
