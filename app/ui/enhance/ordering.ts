/** Rows of an agenda are dragged by their number; letting go posts what the buttons post, and the server answers. */
import Sortable from 'sortablejs'

export function dragRows(page: Document): void {
  for (const agenda of page.querySelectorAll<HTMLElement>('[data-agenda]')) {
    const body = agenda.querySelector('tbody')
    if (!body || body.querySelector('#panel') || body.rows.length < 2) continue
    agenda.dataset['sorting'] = ''
    Sortable.create(body, {
      handle: '.no', animation: 120, chosenClass: 'lifted',
      onEnd: ({ item, oldIndex, newIndex }) => {
        if (newIndex !== undefined && newIndex !== oldIndex) post(`${agenda.dataset['agenda']}/order`, { seen: agenda.dataset['seen'] ?? '', item: item.id.replace('item-', ''), to: String(newIndex + 1) })
      },
    })
  }
}

function post(action: string, values: Record<string, string>): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = action
  for (const [name, value] of Object.entries(values)) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
  document.body.append(form)
  form.submit()
}
