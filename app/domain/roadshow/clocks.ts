/** How the clocks of two stops compare, in words. */

/** −60, 'Bishkek' → 'one hour behind Bishkek'; 0 → 'same clock as Bishkek'; 90 → '1 h 30 min ahead of Bishkek'. */
export function compareClocks(minutes: number, city: string): string {
  if (minutes === 0) return `same clock as ${city}`
  return `${sizeOf(Math.abs(minutes))} ${minutes < 0 ? 'behind' : 'ahead of'} ${city}`
}

/** −60 → 'clock −1 h'; 0 → ''. */
export function shiftOfClock(minutes: number): string {
  if (minutes === 0) return ''
  const size = Math.abs(minutes)
  return `clock ${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)} h${size % 60 === 0 ? '' : ` ${size % 60} min`}`
}

function sizeOf(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  if (minutes === 60) return 'one hour'
  if (minutes % 60 === 0) return `${hours} hours`
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`
}
