import type { ReactNode } from 'react'

/** Small choices in a row, named by `label`. */
export function Chips({ label, legend, children }: { label: string; legend?: boolean; children: ReactNode }) {
  if (!legend) return <div className="chips" role="group" aria-label={label}>{children}</div>
  return (
    <fieldset>
      <legend className="small">{label}</legend>
      <div className="chips">{children}</div>
    </fieldset>
  )
}

/** A filter that is a page of its own. */
export function ChipLink({ href, current, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <a className="chip" href={href} aria-current={current ? 'true' : undefined}>
      {children}
    </a>
  )
}

type ChipChoiceProps = { name: string; value: string; several?: boolean; checked?: boolean; children: ReactNode }

/** A choice of a form in the shape of a chip: one of them, or several. */
export function ChipChoice({ name, value, several, checked, children }: ChipChoiceProps) {
  return (
    <label className="chip">
      <input type={several ? 'checkbox' : 'radio'} name={name} value={value} defaultChecked={checked} />
      <span>{children}</span>
    </label>
  )
}
