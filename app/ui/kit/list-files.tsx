/** The list above as a file, with the filters that it has now. */
export function ListFiles({ base, list, asked = {} }: { base: string; list: string; asked?: Record<string, string | undefined> }) {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString()
  const hrefOf = (format: string): string => `${base}/lists/${list}/file/${format}${query === '' ? '' : `?${query}`}`
  return <p className="small soft list-files acts">This list as a file: <a href={hrefOf('csv')} download>CSV</a> <a href={hrefOf('xlsx')} download>Excel</a></p>
}
