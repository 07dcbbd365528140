import { languageOf, textsOf } from '#app/domain/calendar/texts/texts.ts'
import { Fact, Facts } from '#app/ui/kit/facts.tsx'
import { SampleMark } from '#app/ui/kit/sample-mark.tsx'

type ContactFactsProps = { contact?: { email: string; phone: string; remark: string } | undefined; languages: string; sampleFields: readonly string[] }

/** E-mail, phone and remark, or why they do not show. */
export function ContactFacts({ contact, languages, sampleFields }: ContactFactsProps) {
  const sample = (field: string) => sampleFields.includes(field) && <> <SampleMark /></>
  const unknown = <span className="soft">not known</span>
  return (
    <div className="contact stack tight">
      <Facts>
        {contact && (
          <>
            <Fact term="E-mail">{contact.email ? <a href={`mailto:${contact.email.replace(/[%&?#]/g, encodeURIComponent)}`}>{contact.email}</a> : unknown}{sample('email')}</Fact>
            <Fact term="Phone">{contact.phone ? <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a> : unknown}{sample('phone')}</Fact>
          </>
        )}
        <Fact term="Languages">{languages || unknown}{languages && sample('languages')}<span className="under small soft">Mail is written in {textsOf(languageOf(languages)).englishName}.</span></Fact>
        {contact && contact.remark !== '' && <Fact term="Remark"><span className="kept">{contact.remark}</span>{sample('remark')}</Fact>}
      </Facts>
      {!contact && <p className="small soft">E-mail, phone and remarks show to members of a mission in which this person appears. They show here once the person is added to an engagement.</p>}
    </div>
  )
}
