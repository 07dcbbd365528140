import { ActionButton } from '#app/ui/kit/form.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'

type MergedListProps = { base: string; merged: readonly { id: string; name: string }[]; merges: readonly { name: string; actId: string }[]; canUndo: boolean }

/** Entries that were merged into this one; each can be separated again where the merge was done in this mission. */
export function MergedList({ base, merged, merges, canUndo }: MergedListProps) {
  return (
    <List label="Merged entries">
      {merged.map(({ id, name }) => {
        const act = canUndo ? merges.find((each) => each.name === name) : undefined
        return (
          <ListRow key={id} under="merged into this entry; nothing of it was rewritten" mark={act && <ActionButton action={`${base}/undo`} hidden={{ act: act.actId }} tight icon="undo" aria-label={`Separate ${name} again`}>Separate</ActionButton>}>{name}</ListRow>
        )
      })}
    </List>
  )
}
