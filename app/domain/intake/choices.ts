/** What a person decided about storing a reading, beside corrections of what was read. */

/**
 * 'target': an engagement or 'new'; 'stop': a stop or 'new'; 'status' and 'kind' of new engagements; 'title' and 'hours': 'take', 'beside'
 * (title) or 'leave'; 'row:KEY' and 'gone:ID': 'yes' or 'no'; 'person:KEY' and 'body:KEY': an id or 'new' ('under:ID' for a body under another);
 * 'city:KEY': a place or 'new'; 'zone:KEY': the clock of a new city; 'answer:ISSUE': 'leave'.
 */
export type Choices = Readonly<Record<string, string>>

const ABOUT = /^(?:(?:target|stop|status|kind|title|hours)$|(?:row|gone|person|body|city|zone|answer):)/
const NAME_MAX = 300
const VALUE_MAX = 300

/** True for something that can be decided. */
export function isChoice(name: string, value: string): boolean {
  return ABOUT.test(name) && name.length <= NAME_MAX && value.length <= VALUE_MAX
}

/** Whether a row that would change something is to be stored: unless somebody says otherwise it is, and nothing stored goes. */
export function isWanted(choices: Choices, change: { what: string; key: string }): boolean {
  const chosen = choices[`${change.what === 'gone' ? 'gone' : 'row'}:${change.key}`]
  return chosen === undefined ? change.what !== 'gone' : chosen === 'yes'
}
