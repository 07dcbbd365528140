import type { ProgrammeWords } from '#app/domain/intake/languages/programme-words.ts'

export const korean: ProgrammeWords = {
  itemKinds: { registration: '등록* 참가자_등록 접수*', remarks: '개회* 환영* 축사* 인사말* 개회사* 환영사*', presentation: '발표* 기조* 강연* 주제발표* 프레젠테이션*', panel: '패널*', discussion: '토론* 토의* 간담* 라운드테이블*', 'q-and-a': '질의* 질의응답* 질의_응답', break: '휴식* 커피* 티타임*', meal: '오찬* 만찬* 점심* 저녁* 조찬*', closing: '폐회* 마무리* 정리* 폐회사*', other: '사진* 기념* 시찰* 견학*' },
  meetingKinds: { meeting: '회의* 면담* 미팅* 간담회*', internal: '내부*', workshop: '워크숍* 워크샵* 세미나* 교육* 컨퍼런스*', presentation: '발표*', 'q-and-a': '질의*', visit: '방문* 시찰* 견학*', meal: '오찬* 만찬*', travel: '출발* 도착* 이동* 귀국* 출국*' },
  labels: { date: '일자 날짜 일시', time: '시간', when: '일시', venue: '장소', city: '도시', country: '국가', title: '제목 주제 내용 행사 일정', people: '발표자 연사 담당', moderator: '좌장 사회 진행', participants: '참석자', organiser: '주최 주관', note: '비고', organisation: '소속 기관', position: '직책 직위' },
  events: '워크숍 세미나 회의 포럼 컨퍼런스 간담회', papers: '일정표 프로그램 의제 일정 안건', journeys: '출장 로드쇼', sections: '세션 일차', places: '호텔* 회의실* 센터*', ends: '종료', greetings: '안녕하세요', signatures: '감사합니다', happens: '개최', everybody: '전체', requests: '', sends: '',
  mail: { sender: '보낸_사람', sent: '보낸_날짜', to: '받는_사람', copy: '참조', subject: '제목', forwarded: '전달된_메시지' }, links: '및 와 과',
}
