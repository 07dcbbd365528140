import type { Framework } from '#app/domain/assessment/frameworks.ts'

/** Seven dimensions of a city’s readiness, as the roadshow of 2020 assessed them. */
export const smartCitySeven: Framework = {
  id: 'smart-city-seven', version: '2020', title: 'Smart city readiness',
  source: 'The assessment table of the regional roadshow, 2020',
  dimensions: [
    { key: 'leadership', name: 'Leadership, vision and strategy', asks: 'Who leads, with which mandate, and what do they want the city to become?' },
    { key: 'law', name: 'Legal framework', asks: 'Which laws and charters allow it, and which stand in the way?' },
    { key: 'institutions', name: 'Institutional readiness', asks: 'Which body does what, with how many people, and who coordinates them?' },
    { key: 'infrastructure', name: 'Infrastructure', asks: 'Which networks, sensors and data centres work today, and where?' },
    { key: 'people', name: 'Human capital', asks: 'Who has the skills, who trains them, and do they stay?' },
    { key: 'civic', name: 'Civic participation and readiness', asks: 'How do residents take part, and what happens with what they say?' },
    { key: 'services', name: 'e-Services development', asks: 'Which services can be had online from beginning to end, and who uses them?' },
  ],
}
