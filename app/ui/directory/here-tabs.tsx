import { Tabs } from '#app/ui/kit/tabs.tsx'

export const WHERES = ['mission', 'all'] as const
export type Where = (typeof WHERES)[number]

type HereTabsProps = { path: string; where: Where; asked: Record<string, string | undefined>; counts: { here: number; everywhere: number } }

/** What appears in this mission, and the whole directory of the installation. */
export function HereTabs({ path, where, asked, counts }: HereTabsProps) {
  const href = (to: Where): string => {
    const query = new URLSearchParams({ in: to })
    for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
    return `${path}?${query.toString()}`
  }
  return (
    <Tabs label="Where to look" tabs={[
      { href: href('mission'), label: `In this mission ${counts.here}`, current: where === 'mission' },
      { href: href('all'), label: `Whole directory ${counts.everywhere}`, current: where === 'all' },
    ]} />
  )
}
