import { splitTitleAndPeople } from '#app/domain/intake/people-titles.ts'
import { isPersonLine, readPeople } from '#app/domain/intake/people.ts'
for (const t of process.argv.slice(2)) { const s = splitTitleAndPeople(t); console.log(JSON.stringify(t), s ? [t.slice(s.title.start, s.title.end), s.people.map((p) => [p.person.name.value, p.person.role, p.person.organisation?.value, p.person.position?.value])] : null, isPersonLine(t), isPersonLine(t,{likely:true}), readPeople(t).people.length) }
for (const t of process.argv.slice(2)) { const s = splitTitleAndPeople(t, {likely:true}); console.log('LIKELY', s ? [t.slice(s.title.start, s.title.end), s.people.map((p) => [p.person.name.value])] : null) }
