/** The forms of a page, read without a browser. */

export type Form = { action: string; fields: Record<string, string | string[]>; /** What may be chosen in a field. */ choices: Record<string, string[]> }

/** The forms of a page that send something, with what a browser would send at once. */
export function formsOf(html: string, path: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].filter(([, head]) => /method="post"/i.test(head ?? '')).map(([, head = '', body = '']) => {
    const fields: Form['fields'] = {}
    const choices: Form['choices'] = {}
    const keep = (name: string, value: string): void => {
      fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value
    }
    for (const [, attributes = ''] of body.matchAll(/<input\b([^>]*)>/g)) {
      const name = attribute(attributes, 'name')
      const isChoice = /type="(radio|checkbox)"/.test(attributes)
      if (name && isChoice) (choices[name] ??= []).push(attribute(attributes, 'value') ?? '')
      if (name && (!isChoice || / checked/.test(attributes) || !(name in fields))) keep(name, attribute(attributes, 'value') ?? '')
    }
    for (const [, attributes = '', text = ''] of body.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) keep(attribute(attributes, 'name') ?? 'text', plain(text))
    for (const [, attributes = '', options = ''] of body.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
      const chosen = /<option\b([^>]*\bselected[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options)
      const name = attribute(attributes, 'name') ?? 'choice'
      keep(name, attribute(chosen?.[1] ?? '', 'value') ?? '')
      choices[name] = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => attribute(option, 'value') ?? '')
    }
    return { action: attribute(head, 'action') ?? path, fields, choices }
  })
}

function attribute(text: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1]
  return found === undefined ? undefined : plain(found)
}

function plain(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
