import { Button } from '#app/ui/kit/button.tsx'
import { TextArea } from '#app/ui/kit/text-field.tsx'

/** A text to take along into a messenger, with how long it is and how long it may be. */
export function MessengerText({ text, max, rows }: { text: string; max: number; rows: number }) {
  return (
    <>
      <TextArea name="message" label="Text for a messenger" hint={`${text.length.toLocaleString('en')} of ${max.toLocaleString('en')} characters`} value={text} rows={rows} readOnly />
      <Button type="button" data-copy="f-message" hidden>Copy the text</Button>
    </>
  )
}
