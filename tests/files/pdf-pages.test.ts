/** PDFs as a real program prints them: tables with and without borders, in Tajik. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from '#app/files/read.server.ts'
import { launchBrowser } from '#tests/support/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

const ROWS = [
  ['Вақт', 'Мавзӯъ', 'Маърӯзачӣ'], ['09:00–09:30', 'Бақайдгирии иштирокчиён', ''],
  ['09:30–10:15', 'Суханронии ифтитоҳӣ: рушди шаҳрҳои «ҳушманд» дар минтақаи Осиёи Марказӣ ва таҷрибаи Корея', 'Ҷаноби Раҳмонзода А., муовини раис, Ҳукумати шаҳри Душанбе<br>Хонум Ким Ҷ., директор'],
  ['10:15–10:30', 'Қаҳва', ''],
]
const TEXT = [
  'Рӯзномаи семинар', '4 феврали соли 2020, Душанбе', '', 'Вақт\tМавзӯъ\tМаърӯзачӣ', '09:00–09:30\tБақайдгирии иштирокчиён\t',
  '09:30–10:15\tСуханронии ифтитоҳӣ: рушди шаҳрҳои «ҳушманд» дар минтақаи Осиёи Марказӣ ва таҷрибаи Корея\tҶаноби Раҳмонзода А., муовини раис, Ҳукумати шаҳри Душанбе', '\t\tХонум Ким Ҷ., директор',
  '10:15–10:30\tҚаҳва\t', '', 'Тамос: котибот',
].join('\n')

async function printed(html: string): Promise<string> {
  await page.setContent(`<meta charset="utf-8"><style>body { font-family: 'Noto Sans' } table { border-collapse: collapse; width: 100% } td { padding: 4px }</style>${html}`)
  const found = await readFile(await page.pdf({ format: 'A4', margin: { top: '2cm', left: '2cm', right: '2cm', bottom: '2cm' } }), 'printed.pdf')
  return 'refused' in found ? found.refused : found.text
}

function agenda(style: string): string {
  return `<style>${style}</style><h1>Рӯзномаи семинар</h1><p>4 феврали соли 2020, Душанбе</p><table>${ROWS.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table><p>Тамос: котибот</p>`
}

describe('a printed agenda', () => {
  it.each([
    ['with borders', 'td { border: 1px solid #000; vertical-align: top }'],
    ['with borders and centred cells', 'td { border: 1px solid #000; vertical-align: middle }'],
    ['without borders', 'td { vertical-align: top }'],
    ['with every second row shaded', 'td { vertical-align: top } tr:nth-child(odd) { background: #eee }'],
  ])('%s', async (_, style) => {
    expect(await printed(agenda(style))).toBe(TEXT)
  })

  it('with merged cells', async () => {
    const table = '<style>td { border: 1px solid #000; vertical-align: top }</style><table><tr><td>Time<td>Room 1<td>Room 2<tr><td>09:00<td colspan=2>Plenary: opening of the forum and welcome<tr><td rowspan=2>10:00<td>Talk A<td>Talk B<tr><td>Talk C<td>Talk D</table>'
    expect(await printed(table)).toBe('Time\tRoom 1\tRoom 2\n09:00\tPlenary: opening of the forum and welcome\t\n10:00\tTalk A\tTalk B\n\tTalk C\tTalk D')
  })

  it('with people one under the other, where a full line hides that it was ended on purpose', async () => {
    const table = '<style>td { border: 1px solid #000 }</style><table style="width: 460px"><tr><td style="width: 90px">09:30<td>г-н Иванов И.И., заместитель председателя, Мэрия<br>г-жа Петрова П.П., директор<br>1. первый вопрос<br>2. второй<tr><td>10:00<td>Итоги</table>'
    expect(await printed(table)).toBe('09:30\tг-н Иванов И.И., заместитель председателя, Мэрия\n\tг-жа Петрова П.П., директор\n\t1. первый вопрос\n\t2. второй\n10:00\tИтоги')
  })

  it('as a list', async () => {
    expect(await printed('<h2>Programme</h2><ul><li>09:00 – 09:30 Registration</li><li>09:30 – 10:15 Opening</li></ul><p>10:15&emsp;&emsp;&emsp;Break</p>')).toBe('Programme\n09:00 – 09:30 Registration\n09:30 – 10:15 Opening\n\n10:15\tBreak')
  })
})
