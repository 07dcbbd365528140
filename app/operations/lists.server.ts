import { listFile } from '#app/domain/lists.ts'
import type { ListFile } from '#app/domain/lists.ts'
import { documentList, holdingList, issueList, mailList, organisationList, peopleList, personsMetList, placeList } from '#app/operations/lists/directory.server.ts'
import type { ListSource } from '#app/operations/lists/list.ts'
import { engagementList, evidenceList, findingList, noteList, taskList } from '#app/operations/lists/meetings.server.ts'
import type { Scope } from '#app/operations/scope.ts'

/** Every list that can be taken as a file, by the name in its address. */
const LISTS = {
  engagements: engagementList, notes: noteList, evidence: evidenceList, findings: findingList, tasks: taskList, people: peopleList, organisations: organisationList, places: placeList,
  documents: documentList, holdings: holdingList, mail: mailList, issues: issueList, 'persons-met': personsMetList,
} as const
export type ListName = keyof typeof LISTS
export const LIST_NAMES = Object.keys(LISTS) as ListName[]

/** Rows of one file at most. */
export const MOST_ROWS = 5_000

/** A list with the filters of its page and all of its pages, at most 5,000 rows; undefined for a name that is none. As many queries as the list has pages. */
export async function loadList(scope: Scope, name: string, query: URLSearchParams, most: number = MOST_ROWS): Promise<ListFile | undefined> {
  if (!Object.hasOwn(LISTS, name)) return undefined
  return await whole(LISTS[name as ListName] as unknown as ListSource<unknown>, scope, query, most)
}

async function whole<R>(source: ListSource<R>, scope: Scope, query: URLSearchParams, most: number): Promise<ListFile> {
  const rows: R[] = []
  for (let page = 1; rows.length <= most; page++) {
    const found = await source.page(scope, query, page)
    rows.push(...found.slice(0, source.size))
    if (found.length <= source.size) break
  }
  const cut = rows.length > most
  return listFile(source.title, source.columns, rows.slice(0, most), cut ? most : null)
}
