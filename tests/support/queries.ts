/** How many queries a page's loader runs, counted where they return. */
import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Scope } from '#app/operations/scope.ts'

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

/** Runs a loader of a mission as its scope's person and counts the queries, those of the session left out. */
export async function countQueries(scope: Scope, loader: Loader, path: string, params: Record<string, string> = {}): Promise<number> {
  let queries = 0
  const read = scope.database.read.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult({ result }) {
      queries++
      return Promise.resolve(result)
    },
  })
  const counted = { ...scope, database: { ...scope.database, read } }
  const { slug } = scope.mission
  const config = { mailFrom: { name: 'Caravan', address: 'invites@example.org' } }
  const context = { app: { database: counted.database, config }, memo: new Map([[`mission ${slug}`, Promise.resolve(counted)]]) }
  await loader({ request: new Request(`http://caravan.example${path}`), params: { mission: slug, ...params }, context } as unknown as LoaderFunctionArgs)
  return queries
}
