/**
 * A handler of the framework for each route. The framework ranks and compiles all of its routes anew for every request;
 * given only a page's own branch, that costs the same however many pages there are.
 */
import { createRequestHandler } from '@remix-run/node'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'

export type Handler = (request: Request, context: AppLoadContext) => Promise<Response>
type Routes = ServerBuild['routes']
type Branch = { statics: Map<string, Branch>; dynamic: Branch | undefined; leaf: string | undefined }

/** The handler for a decoded path; what no route claims goes to one that knows them all and answers with its own 404. */
export function handlersOf(build: ServerBuild): (path: string) => Handler {
  const all = createRequestHandler(build, 'production') as Handler
  const tree = treeOf(build.routes)
  const known = new Map<string, Handler>()
  return (path) => {
    const leaf = leafAt(tree, segmentsOf(path), 0)
    if (leaf === undefined) return all
    const handler = known.get(leaf) ?? (createRequestHandler(branchOf(build, leaf), 'production') as Handler)
    known.set(leaf, handler)
    return handler
  }
}

function treeOf(routes: Routes): Branch {
  const root = emptyBranch()
  const parents = new Set(Object.values(routes).map((route) => route.parentId))
  for (const route of Object.values(routes)) {
    const full = pathOf(routes, route.id)
    if (parents.has(route.id) || /[?*]/.test(full)) continue
    let at = root
    for (const segment of segmentsOf(full)) at = segment.startsWith(':') ? (at.dynamic ??= emptyBranch()) : grown(at, segment)
    at.leaf ??= route.id
  }
  return root
}

function emptyBranch(): Branch {
  return { statics: new Map(), dynamic: undefined, leaf: undefined }
}

function grown(at: Branch, segment: string): Branch {
  const next = at.statics.get(segment) ?? emptyBranch()
  at.statics.set(segment, next)
  return next
}

/** A written segment wins over a named one, as in the framework's own ranking. */
function leafAt(at: Branch | undefined, segments: readonly string[], from: number): string | undefined {
  if (at === undefined || from === segments.length) return at?.leaf
  const segment = segments[from] as string
  return leafAt(at.statics.get(segment), segments, from + 1) ?? leafAt(at.dynamic, segments, from + 1)
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function pathOf(routes: Routes, id: string): string {
  const route = routes[id]
  const parent = route?.parentId === undefined ? '' : pathOf(routes, route.parentId)
  return [parent, route?.path].filter(Boolean).join('/')
}

/** The same application with nothing in it but one page and the layouts around it. */
function branchOf({ routes, assets, ...rest }: ServerBuild, leaf: string): ServerBuild {
  const ids: string[] = []
  for (let route = routes[leaf]; route !== undefined; route = route.parentId === undefined ? undefined : routes[route.parentId]) ids.push(route.id)
  const pick = <T>(from: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(from).filter(([id]) => ids.includes(id)))
  return { ...rest, routes: pick(routes as Record<string, NonNullable<Routes[string]>>), assets: { ...assets, routes: pick(assets.routes) } }
}
