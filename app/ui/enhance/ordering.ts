/** Rows of an agenda or an outline are dragged by their number; letting go posts the form of the table, as its buttons do, to the address for any place. */
import Sortable from 'sortablejs'

export function dragRows(page: Document): void {
  for (const agenda of page.querySelectorAll<HTMLFormElement>('form[data-agenda]')) {
    const body = agenda.querySelector('tbody')
    if (!body || body.rows.length < 2) continue
    agenda.dataset['sorting'] = ''
    Sortable.create(body, {
      handle: '.no', animation: 120, chosenClass: 'lifted',
      onEnd: ({ item, oldIndex, newIndex }) => {
        if (newIndex === undefined || newIndex === oldIndex) return
        agenda.action = `${agenda.dataset['agenda']}/order`
        agenda.append(hidden('item', item.id.replace(/^[a-z]+-/, '')), hidden('to', String(newIndex + 1)))
        agenda.submit()
      },
    })
  }
}

function hidden(name: string, value: string): HTMLInputElement {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value })
}
