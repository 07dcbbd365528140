export type IconName =
  | 'route' | 'idea' | 'requested' | 'tentative' | 'confirmed' | 'held' | 'noted' | 'cleared'
  | 'declined' | 'postponed' | 'cancelled' | 'no-show' | 'error' | 'warning' | 'info'
  | 'search' | 'print' | 'travel' | 'undo' | 'offline'
  | 'menu' | 'plus' | 'close' | 'edit' | 'trash' | 'up' | 'down' | 'back' | 'forward' | 'mail' | 'person'
  | 'place' | 'organisation' | 'calendar' | 'link' | 'document' | 'download' | 'grip' | 'lock'

/** A mark from the sprite. It never speaks for itself: a word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
