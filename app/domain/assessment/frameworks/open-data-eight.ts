import type { Framework } from '#app/domain/assessment/frameworks.ts'

/** The eight dimensions of the World Bank’s assessment of readiness for open data; the questions are our own short form. */
export const openDataEight: Framework = {
  id: 'open-data-eight', version: '3.1', title: 'Open data readiness',
  source: 'World Bank, Open Data Readiness Assessment, part B: methodology, version 3.1 (2015)',
  dimensions: [
    { key: 'leadership', name: 'Senior leadership', asks: 'Who at the top wants open data, and have they said so in public?' },
    { key: 'law', name: 'Policy and legal framework', asks: 'What do the laws on access, privacy, security and licences allow?' },
    { key: 'institutions', name: 'Institutional structures, responsibilities and capabilities', asks: 'Which body would lead, and who answers for data in each agency?' },
    { key: 'data', name: 'Data management and availability', asks: 'Which data exist, how are they kept, and which could be published now?' },
    { key: 'demand', name: 'Demand for open data', asks: 'Who asks for data today, and what do agencies answer?' },
    { key: 'civic', name: 'Civic engagement and capabilities', asks: 'Who outside government could use the data: press, developers, universities?' },
    { key: 'funding', name: 'Funding of the programme', asks: 'Which budget would pay for it, this year and after?' },
    { key: 'technology', name: 'Technology and skills infrastructure', asks: 'How good are connections, platforms and the ICT sector?' },
  ],
}
