import type { Visit } from '#app/domain/roadshow/lint-issue.ts'

/** Where a person puts an issue right by hand; `base` is the address of the mission. */
export function visitPath(base: string, { to, id, other }: Visit): string {
  switch (to) {
    case 'engagement': return `${base}/engagements/${id}`
    case 'agenda': return `${base}/engagements/${id}/agenda`
    case 'move':
    case 'time': return `${base}/engagements/${id}/move`
    case 'edit': return `${base}/engagements/${id}/edit`
    case 'new-engagement': return `${base}/engagements/new?stop=${id}&kind=travel`
    case 'dimension': return `${base}/readiness/${id}`
    case 'readiness': return `${base}/readiness`
    case 'report': return `${base}/report`
    case 'person': return `${base}/people/${id}`
    case 'merge': return `${base}/people/${id}/merge?with=${other ?? ''}`
    case 'place': return `${base}/places/${id}`
    case 'organisation': return `${base}/organisations/${id}`
    case 'evidence': return `${base}/evidence/${id}`
    case 'grid': return `${base}/grid#stop-${id}`
  }
}
