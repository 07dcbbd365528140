import { placeOf } from '#app/domain/intake/stops.ts'
import { findCities } from '#app/domain/intake/places.ts'
import { isAside } from '#app/domain/intake/frames.ts'
import { beginsWith, meaningsIn, meaningOf } from '#app/domain/intake/vocabulary.ts'
import * as V from '#app/domain/intake/languages/programme.ts'
const t = process.argv[2] as string
console.log(placeOf({ text: t, start: 0 }, true), findCities(t), isAside(t))
for (const [n, v] of Object.entries(V)) console.log(n, JSON.stringify(meaningsIn(t, v as never)))
