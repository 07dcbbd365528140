/** Time zones that are offered for a city: one for each clock that a mission is likely to meet, by part of the world. */
import { formatOffset, offsetOfDay } from '#app/domain/time.ts'
import type { Day, Zone } from '#app/domain/time.ts'

type ZoneGroup = { part: string; zones: readonly Zone[] }

export const ZONE_GROUPS: readonly ZoneGroup[] = [
  { part: 'Central Asia and the Caucasus', zones: ['Asia/Almaty', 'Asia/Aqtau', 'Asia/Aqtobe', 'Asia/Ashgabat', 'Asia/Baku', 'Asia/Bishkek', 'Asia/Dushanbe', 'Asia/Kabul', 'Asia/Samarkand', 'Asia/Tashkent', 'Asia/Tbilisi', 'Asia/Yerevan'] },
  { part: 'Europe', zones: ['Europe/Amsterdam', 'Europe/Athens', 'Europe/Belgrade', 'Europe/Berlin', 'Europe/Brussels', 'Europe/Bucharest', 'Europe/Chisinau', 'Europe/Dublin', 'Europe/Helsinki', 'Europe/Istanbul', 'Europe/Kiev', 'Europe/Lisbon', 'Europe/London', 'Europe/Madrid', 'Europe/Minsk', 'Europe/Moscow', 'Europe/Oslo', 'Europe/Paris', 'Europe/Prague', 'Europe/Riga', 'Europe/Rome', 'Europe/Sofia', 'Europe/Stockholm', 'Europe/Vienna', 'Europe/Vilnius', 'Europe/Warsaw', 'Europe/Zurich'] },
  { part: 'Middle East and South Asia', zones: ['Asia/Amman', 'Asia/Baghdad', 'Asia/Beirut', 'Asia/Colombo', 'Asia/Dhaka', 'Asia/Dubai', 'Asia/Jerusalem', 'Asia/Karachi', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Kuwait', 'Asia/Qatar', 'Asia/Riyadh', 'Asia/Tehran', 'Asia/Thimphu'] },
  { part: 'East Asia and the Pacific', zones: ['Asia/Bangkok', 'Asia/Ho_Chi_Minh', 'Asia/Hong_Kong', 'Asia/Jakarta', 'Asia/Kuala_Lumpur', 'Asia/Manila', 'Asia/Phnom_Penh', 'Asia/Seoul', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Taipei', 'Asia/Tokyo', 'Asia/Ulaanbaatar', 'Asia/Urumqi', 'Asia/Vientiane', 'Asia/Yangon', 'Asia/Novosibirsk', 'Asia/Vladivostok', 'Australia/Brisbane', 'Australia/Perth', 'Australia/Sydney', 'Pacific/Auckland', 'Pacific/Fiji', 'Pacific/Port_Moresby'] },
  { part: 'Africa', zones: ['Africa/Abidjan', 'Africa/Accra', 'Africa/Addis_Ababa', 'Africa/Algiers', 'Africa/Cairo', 'Africa/Casablanca', 'Africa/Dakar', 'Africa/Dar_es_Salaam', 'Africa/Harare', 'Africa/Johannesburg', 'Africa/Kampala', 'Africa/Kigali', 'Africa/Kinshasa', 'Africa/Lagos', 'Africa/Luanda', 'Africa/Lusaka', 'Africa/Maputo', 'Africa/Nairobi', 'Africa/Tunis'] },
  { part: 'Americas', zones: ['America/Argentina/Buenos_Aires', 'America/Bogota', 'America/Caracas', 'America/Chicago', 'America/Denver', 'America/Guatemala', 'America/Halifax', 'America/Havana', 'America/La_Paz', 'America/Lima', 'America/Los_Angeles', 'America/Mexico_City', 'America/Montevideo', 'America/New_York', 'America/Panama', 'America/Santiago', 'America/Sao_Paulo', 'America/St_Johns', 'America/Toronto'] },
  { part: 'Everywhere', zones: ['UTC'] },
]

/** 'America/Argentina/Buenos_Aires' → 'Buenos Aires'. */
function cityOfZone(zone: Zone): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** 'Dushanbe, UTC+5' as of a day: the clock of a zone may change with the season or by law. */
export function describeZone(zone: Zone, day: Day): string {
  return zone === 'UTC' ? 'UTC' : `${cityOfZone(zone)}, ${formatOffset(offsetOfDay(day, zone))}`
}
