/** Attributes of the element that opens on demand without a script; React 18 has no types for them. */
export const popover: Record<string, string> = { popover: 'auto' }

/** Attributes of the button that opens the popover with this id. */
export function opens(id: string): Record<string, string> {
  return { popovertarget: id }
}
