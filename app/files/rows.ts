/**
 * A table as lines of text: a row per line, a tab between two cells. A cell of several lines goes on in the lines below, whose
 * other cells are empty. Columns without any text are left out, a row without any is a blank line; a single column is no table.
 */
export function rowsAsLines(table: readonly (readonly string[])[]): string[] {
  const rows = table.map((row) => row.map(linesOf))
  const columns = columnsWithText(rows)
  if (columns.length < 2) return rows.flatMap((row) => (row.some((cell) => cell.length > 0) ? row.flat() : ['']))
  return rows.flatMap((row) => {
    const cells = columns.map((column) => row[column] ?? [])
    const height = Math.max(...cells.map((cell) => cell.length))
    if (height === 0) return ['']
    return Array.from({ length: height }, (_, line) => cells.map((cell) => cell[line] ?? '').join('\t'))
  })
}

function linesOf(cell: string): string[] {
  return cell.split('\n').map((line) => line.replaceAll('\t', ' ').trim()).filter(Boolean)
}

function columnsWithText(rows: readonly (readonly string[][])[]): number[] {
  const filled = new Set<number>()
  for (const row of rows) for (const [column, cell] of row.entries()) if (cell.length > 0) filled.add(column)
  return [...filled].sort((a, b) => a - b)
}
