/** The columns of a row whose values are sample data, from the JSON text of its `sample_fields`. */
export function sampleFieldsOf(row: { sample_fields: string }): string[] {
  return row.sample_fields === '[]' ? [] : (JSON.parse(row.sample_fields) as string[])
}
