/** A feed of 40 events as somebody would write it by hand: one SQLite query, lines joined on bare `node:http`, an ETag of the text. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Sqlite from 'better-sqlite3'
import { ROWS } from '#tests/bench/mission.ts'

type Row = { uid: string; start: string; end: string; title: string; room: string; changed: string }

const database = new Sqlite(':memory:')
database.exec('create table event(uid text, start text, "end" text, title text, room text, changed text)')
for (let i = 0; i < ROWS; i++) {
  const at = `2027030${2 + (i >> 3)}T${String(3 + (i & 7)).padStart(2, '0')}`
  database.prepare('insert into event values(?,?,?,?,?,?)').run(`bench-${i}@example.org`, `${at}0000Z`, `${at}5000Z`, `Session ${i} Opening & logistics`, `Room ${i % 6}`, '20261101T000000Z')
}
const rows = database.prepare<[], Row>('select * from event order by start')
const escaped = (text: string): string => text.replace(/[\\;,]/g, (letter) => `\\${letter}`)

function event({ uid, start, end, title, room, changed }: Row): string {
  const lines = [`UID:${uid}`, `DTSTAMP:${changed}`, `DTSTART:${start}`, `DTEND:${end}`, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(room)}`, `DESCRIPTION:${escaped(`${title}, ${room}, by the clock of Bench, UTC+5`)}`, 'SEQUENCE:0', 'STATUS:CONFIRMED']
  return `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
}

createServer((request, response) => {
  const body = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Bench//EN\r\n${rows.all().map(event).join('')}END:VCALENDAR\r\n`
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  response.setHeader('ETag', etag)
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  response.writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body)
}).listen(Number(process.argv[2]), '127.0.0.1')
