/** Talks and questions that an item lists without a time of their own. */
export function Details({ lines }: { lines: readonly string[] | undefined }) {
  return lines === undefined ? null : <ul className="small soft details">{lines.map((line, at) => <li key={at}>{line}</li>)}</ul>
}
