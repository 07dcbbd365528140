import { Button } from '#app/ui/kit/button.tsx'

/** Opens the browser's print dialogue; stays away where no script runs, since the browser's own command does the same. */
export function PrintButton({ kind, children = 'Print' }: { kind?: 'primary'; children?: string }) {
  return <Button type="button" icon="print" kind={kind} data-print hidden>{children}</Button>
}
