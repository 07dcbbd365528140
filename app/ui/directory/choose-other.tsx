import type { ReactNode } from 'react'
import { ButtonLink } from '#app/ui/kit/button.tsx'
import { Empty } from '#app/ui/kit/empty.tsx'
import { Filters } from '#app/ui/kit/filters.tsx'
import { List, ListRow } from '#app/ui/kit/list.tsx'
import { TextField } from '#app/ui/kit/text-field.tsx'

type ChooseOtherProps = { path: string; typed: string; candidates: readonly { id: string; text: string; name: ReactNode; why?: string | undefined }[] }

/** Which other entry of the directory means the same: similar names first, or what a search finds. */
export function ChooseOther({ path, typed, candidates }: ChooseOtherProps) {
  return (
    <>
      <Filters action={path} label="Find the other entry" submit="Find"><TextField name="text" label="Name of the other entry" type="search" value={typed} /></Filters>
      <h2 className="vh">Entries</h2>
      {candidates.length === 0
        ? <Empty title={typed === '' ? 'No entry has a similar name' : 'No entry of this name'}>Search for the entry that means the same.</Empty>
        : (
          <List label="Entries to compare with">
            {candidates.map(({ id, text, name, why }) => (
              <ListRow key={id} under={why} mark={<ButtonLink tight href={`${path}?with=${id}`}>Compare<span className="vh"> with {text}</span></ButtonLink>}>{name}</ListRow>
            ))}
          </List>
        )}
    </>
  )
}
