/** What a page of 40 rows costs without a framework: one SQLite query and React's `renderToString` on bare `node:http`. */
import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
import { createElement as h } from 'react'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'

type Row = { id: number; starts: string; ends: string; title: string; room: string; speaker: string; status: string; notes: string }

const MISSIONS = 100
const ROWS = 40
const CELL = 'px-3 py-2 text-sm align-top border-b border-slate-200'
const LINE = 'hover:bg-slate-50 focus-within:bg-slate-50'

const database = new Sqlite(':memory:')
database.exec('create table item(id integer primary key, mission int, starts text, ends text, title text, room text, speaker text, status text, notes text); create index i on item(mission, starts)')
const insert = database.prepare('insert into item(mission, starts, ends, title, room, speaker, status, notes) values(?,?,?,?,?,?,?,?)')
database.transaction(() => {
  for (let mission = 0; mission < MISSIONS; mission++) {
    for (let i = 0; i < ROWS; i++) {
      const day = `2026-11-${10 + (i >> 3)}T${8 + (i & 7)}`
      insert.run(mission, `${day}:00`, `${day}:50`, `Session ${i} Opening & logistics`, `Room ${i % 6}`, `Ana Pérez ${i}`, i % 3 ? 'confirmed' : 'tentative', 'Bring the map, agree on follow-up with the ministry')
    }
  }
})()
const rowsOf = database.prepare<[number], Row>('select * from item where mission = ? order by starts')

function TableRow({ row }: { row: Row }): ReactElement {
  return h('tr', { id: `item-${row.id}`, className: LINE },
    h('td', { className: CELL }, h('time', { dateTime: row.starts }, row.starts.slice(11)), '–', h('time', { dateTime: row.ends }, row.ends.slice(11))),
    h('td', { className: CELL }, h('a', { href: `/missions/1/items/${row.id}`, className: 'font-medium underline-offset-2 hover:underline' }, row.title)),
    h('td', { className: CELL }, row.speaker), h('td', { className: CELL }, row.room),
    h('td', { className: CELL }, h('span', { className: `badge badge-${row.status}` }, row.status)), h('td', { className: CELL }, row.notes))
}

function Page({ rows }: { rows: Row[] }): ReactElement {
  return h('html', { lang: 'en' },
    h('head', null, h('meta', { charSet: 'utf-8' }), h('title', null, 'Agenda')),
    h('body', null, h('main', null, h('h1', null, 'Agenda'), h('table', { className: 'w-full' }, h('tbody', null, rows.map((row) => h(TableRow, { key: row.id, row })))))))
}

let asked = 0
createServer((_request, response) => {
  const body = Buffer.from(`<!doctype html>${renderToString(h(Page, { rows: rowsOf.all(asked++ % MISSIONS) }))}`)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
  response.end(body)
}).listen(Number(process.argv[2]), '127.0.0.1')
