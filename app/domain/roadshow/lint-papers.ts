/** Rules about what is written down: outlines, ratings, the work plan. */
import { doubledNumbers, nextFree, renumbered } from '#app/domain/papers/outline-numbers.ts'
import { issueOf } from '#app/domain/roadshow/lint-issue.ts'
import type { Issue, Subject } from '#app/domain/roadshow/lint-issue.ts'
import type { MissionFacts, NodeFacts, RatedFacts, TaskFacts } from '#app/domain/roadshow/lint-facts.ts'

/** One number for several sections of one level of one document. */
export function lintNumbers({ nodes, documents }: Pick<MissionFacts, 'nodes' | 'documents'>): Issue[] {
  const papers = [...new Set(nodes.map((node) => node.documentId))].map((id) => nodes.filter((node) => node.documentId === id))
  return papers.flatMap((paper) => doubledNumbers(paper)).map((group) => {
    const last = group.at(-1) as NodeFacts
    const free = nextFree(last.number, new Set(nodes.filter((node) => node.documentId === last.documentId).map((node) => node.number)))
    return issueOf(
      { code: 'duplicate-number', number: last.number, titles: group.map(titleOf), document: documents.find((each) => each.id === last.documentId)?.title ?? '' },
      {
        subjects: [last, ...group.slice(0, -1)].map((node) => ({ kind: 'outline-node', id: node.id })) as [Subject, ...Subject[]], lines: group.map((node) => node.sourceLine), print: `${last.number} ${group.length}`,
        repairs: [...(free === undefined ? [] : [{ kind: 'renumber' as const, nodeId: last.id, title: titleOf(last), number: free }]), { kind: 'unnumber', nodeId: last.id, title: titleOf(last) }, { kind: 'visit', to: 'report', id: last.documentId }],
      },
    )
  })
}

function titleOf(node: NodeFacts): string {
  return renumbered(node, '').title
}

/** Marks of a printed table that stand under no heading: how they are read is a guess until a person says so. */
export function lintMarks({ ratings }: Pick<MissionFacts, 'ratings'>): Issue[] {
  const outside = ratings.filter((each) => each.printedColumn !== null && (each.printedHeader ?? '') === '')
  const [first] = outside
  if (!first) return []
  const same = outside.every((each) => each.level === first.level) && first.level !== 'none'
  return [issueOf(
    { code: 'mark-outside-header', dimensions: outside.map((each) => each.name), columns: [...new Set(outside.map((each) => each.printedColumn as number))] },
    {
      subjects: dimensionsOf(outside), lines: outside.map((each) => each.sourceLine), print: outside.map((each) => `${each.dimensionId} ${each.printedColumn}`).join(' '),
      repairs: [...(same ? [{ kind: 'read-as-next' as const, level: first.level }] : []), { kind: 'read-as-none' }, { kind: 'visit', to: 'readiness', id: first.dimensionId }],
    },
  )]
}

/** Levels without a single link behind them, and levels that newer evidence speaks against. */
export function lintBasis({ ratings }: Pick<MissionFacts, 'ratings'>): Issue[] {
  const bare = ratings.filter((each) => each.level !== 'none' && each.evidence === 0)
  const stale = ratings.filter((each) => each.stale !== undefined)
  return [
    ...(bare.length === 0 ? [] : [issueOf(
      { code: 'rating-without-basis', dimensions: bare.map((each) => each.name), of: ratings.length },
      { subjects: dimensionsOf(bare), lines: bare.map((each) => each.sourceLine), print: bare.map((each) => each.dimensionId).join(' '), repairs: [{ kind: 'visit', to: 'readiness', id: (bare[0] as RatedFacts).dimensionId }] },
    )]),
    ...stale.map((each) => issueOf(
      { code: 'stale-rating', dimension: each.name, level: each.level, count: each.stale?.count ?? 0 },
      { subjects: dimensionsOf([each]), lines: [each.sourceLine], print: `${each.name} ${each.stale?.count}`, repairs: [{ kind: 'visit', to: 'dimension', id: each.dimensionId }] },
    )),
  ]
}

function dimensionsOf(ratings: readonly RatedFacts[]): [Subject, ...Subject[]] {
  return ratings.map((each) => ({ kind: 'dimension', id: each.dimensionId })) as [Subject, ...Subject[]]
}

/** Rows of the work plan that nobody owns. */
export function lintOwners({ tasks }: Pick<MissionFacts, 'tasks'>): Issue[] {
  const plan = tasks.filter((each) => each.kind === 'work-plan')
  const ownerless = plan.filter((each) => each.owner === '')
  const owners = ownerless.flatMap((each) => {
    const above = plan.slice(0, plan.indexOf(each)).findLast((other) => other.owner !== '' && other.part === each.part && each.part !== '')
    return above ? [{ taskId: each.id, owner: above.owner }] : []
  })
  const [first] = ownerless as [TaskFacts?]
  if (!first) return []
  return [issueOf(
    { code: 'owner-missing', titles: ownerless.map((each) => each.title), of: plan.length },
    { subjects: ownerless.map((each) => ({ kind: 'task', id: each.id })) as [Subject, ...Subject[]], lines: ownerless.map((each) => each.sourceLine), print: ownerless.map((each) => each.id).join(' '), repairs: [...(owners.length > 0 ? [{ kind: 'inherit-owners' as const, owners }] : []), { kind: 'visit', to: 'report', id: first.id }] },
  )]
}

/** Levels that rest on evidence from one meeting, or from one kind of source. */
export function lintTriangulation({ ratings }: Pick<MissionFacts, 'ratings'>): Issue[] {
  const thin = ratings.filter((each) => each.level !== 'none' && each.meetings > 0 && (each.meetings === 1 || each.sourceKinds === 1))
  const [first] = thin
  if (!first) return []
  return [issueOf(
    { code: 'triangulation-gap', dimensions: thin.map(({ name, meetings, sourceKinds }) => ({ name, meetings, sourceKinds })) },
    { subjects: dimensionsOf(thin), lines: thin.map((each) => each.sourceLine), print: thin.map((each) => `${each.dimensionId} ${each.meetings} ${each.sourceKinds}`).join(' '), repairs: [{ kind: 'visit', to: 'dimension', id: first.dimensionId }] },
  )]
}

/** Evidence that whoever reads the report cannot read. */
export function lintTranslations({ untranslated }: Pick<MissionFacts, 'untranslated'>): Issue[] {
  const [first] = untranslated
  if (!first) return []
  return [issueOf(
    { code: 'untranslated-evidence', passages: untranslated.map(({ body, language }) => ({ body, language })) },
    { subjects: untranslated.map((each) => ({ kind: 'excerpt', id: each.id })) as [Subject, ...Subject[]], lines: [], print: untranslated.map((each) => each.id).join(' '), repairs: [{ kind: 'visit', to: 'evidence', id: first.id }] },
  )]
}
