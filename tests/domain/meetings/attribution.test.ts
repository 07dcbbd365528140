import { describe, expect, it } from 'vitest'
import { CONFIDENTIALITIES, attributedTo, mayRead } from '#app/domain/meetings/attribution.ts'

describe('mayRead', () => {
  it('lets the team read everything, counterparts what is theirs or public, everybody what is public', () => {
    expect(CONFIDENTIALITIES.map((reader) => CONFIDENTIALITIES.filter((words) => mayRead(words, reader)))).toEqual([['team', 'counterpart', 'public'], ['counterpart', 'public'], ['public']])
  })
})

describe('attributedTo', () => {
  const said = { speaker: 'Director, sample', institution: 'Enterprise', source_kind: 'state enterprise' }

  it('goes as far as the level allows and no further', () => {
    expect(attributedTo({ ...said, attribution: 'named' })).toEqual({ by: 'name', speaker: 'Director, sample', institution: 'Enterprise' })
    expect(attributedTo({ ...said, attribution: 'institution' })).toEqual({ by: 'institution', institution: 'Enterprise' })
    expect(attributedTo({ ...said, attribution: 'not for attribution' })).toEqual({ by: 'nobody' })
  })

  it('goes as far as something is known', () => {
    expect(attributedTo({ ...said, attribution: 'named', speaker: '' })).toEqual({ by: 'institution', institution: 'Enterprise' })
    expect(attributedTo({ ...said, attribution: 'institution', institution: '' })).toEqual({ by: 'source', sourceKind: 'state enterprise' })
    expect(attributedTo({ ...said, attribution: 'named', speaker: '', institution: '', source_kind: '' })).toEqual({ by: 'nobody' })
  })
})
