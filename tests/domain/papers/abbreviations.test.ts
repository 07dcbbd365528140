import { expect, it } from 'vitest'
import { abbreviates, abbreviationsIn, expand } from '#app/domain/papers/abbreviations.ts'

it('finds abbreviations with their plurals, and none in headings in capitals, numbers or Roman numerals', () => {
  expect(abbreviationsIn(['Meeting with the SUE “Smart City”', 'NGOs and ICT', 'EXECUTIVE SUMMARY', 'DFID', 'Alignment with SDGs', 'COVID-19, part II of A4', 'КВД дар Душанбе'])).toEqual(['COVID', 'DFID', 'ICT', 'NGO', 'SDG', 'SUE', 'КВД'])
  expect(abbreviationsIn(['An example of ABCDEFGHIJ', 'McKinsey, iPad, Ab'])).toEqual([])
})

it('takes first letters for an abbreviation, joining words aside', () => {
  expect([abbreviates('WB', 'World Bank'), abbreviates('UCA', 'University of Central Asia'), abbreviates('ICT', 'ICT Committee'), abbreviates('DFID', 'Foreign, Commonwealth and Development Office')]).toEqual([true, true, false, false])
})

it('expands from what was typed, then from the names of one organisation, and leaves the rest open', () => {
  const names = [{ id: 'o1', name: 'WB' }, { id: 'o1', name: 'World Bank' }, { id: 'o2', name: 'Wide Bay' }, { id: 'o3', name: 'ICT' }, { id: 'o3', name: 'ICT Committee' }]
  expect(expand(['WB', 'ICT', 'SUE'], [{ id: 'a', short: 'SUE', words: 'state unitary enterprise', revision: 2 }, { id: 'b', short: 'XY', words: 'x and y', revision: 1 }], names).map(({ short, words, by }) => [short, words, by])).toEqual([
    ['ICT', '', null], ['SUE', 'state unitary enterprise', 'typed'], ['WB', 'World Bank', 'organisation'], ['XY', 'x and y', 'typed'],
  ])
  expect(expand(['WB'], [], [{ id: 'o1', name: 'WB' }, { id: 'o2', name: 'Wide Bay' }])[0]?.words).toBe('')
})
