import type { ReactNode } from 'react'

/** The address of what is published, to copy and to open, with the files under it. */
export function AddressLine({ label, baseUrl, path, withdraw }: { label: string; baseUrl: string; path: string; withdraw: ReactNode }) {
  return (
    <div className="stack tight">
      <p className="lines"><label htmlFor="published-address">{label}</label><input id="published-address" readOnly value={baseUrl + path} className="address" /></p>
      <div className="line"><a href={path}>Open the page</a><a href={`${path}/calendar.ics`} download>Calendar</a><a href={`${path}/schedule.xml`} download>Schedule, XML</a><a href={`${path}/schedule.json`} download>Schedule, JSON</a>{withdraw}</div>
    </div>
  )
}
