import type { PeopleWords } from '#app/domain/intake/languages/people-words.ts'

/** Korean, and the romanised family names of East Asia, which stand before or behind the given name. */
export const koPeople: PeopleWords = {
  code: 'ko',
  honorifics: '',
  degrees: '박사, 석사, 박사과정',
  moderators: '사회, 사회자, 좌장, 진행, 진행자, 모더레이터, 의장',
  speakers: '발표, 발표자, 발표자들+, 연사, 연사들+, 강연, 강연자, 토론자, 토론자들+, 패널, 패널토론+, 개회사, 환영사, 축사, 기조연설, 기조강연, 폐회사, 인사말, 강사, 발제, 발제자',
  positions: '과장*, 국장*, 부장*, 차장*, 팀장*, 실장*, 원장*, 소장*, 센터장*, 본부장*, 단장*, 장관*, 차관*, 시장*, 부시장*, 교수*, 부교수*, 조교수*, 연구원*, 연구위원*, 선임연구위원*, 책임연구원*, 수석연구원*, 선임연구원*, 대표*, 대표이사*, 이사*, 이사장*, 사장*, 회장*, 부회장*, 총장*, 부총장*, 대사*, 사무관*, 주무관*, 서기관*, 전문위원*, 위원*, 위원장*, 의원*, 매니저*, 컨설턴트*, 박사, 전문가*, 처장*, 상무*, 전무*, 총괄*, 담당관*, 학장*, 지사장*, 지사, 부원장*, 사무총장*, 선임*, 책임*, 수석*',
  ranks: '',
  units: '과, 국, 부, 팀, 실',
  organisations: '은행, 세계은행, 아시아개발은행, 대학교, 연구원, 연구소, 공사, 공단, 진흥원, 정보화진흥원, 한국지능정보사회진흥원, 협회, 위원회, 센터, 재단, 시청, 도청, 국토교통부, 기획재정부, 외교부, 산업통상자원부, 과학기술정보통신부, 행정안전부, 환경부, 한국국제협력단, 주식회사',
  bodyWords: '부처, 정부',
  of: '',
  at: '',
  and: '및, 와, 과',
  both: '',
  small: '의, 를, 을, 에, 대한, 위한',
  places: '한국, 대한민국, 서울*, 부산*, 대전*, 세종*, 인천*, 대구*, 광주*, 카자흐스탄*, 키르기스스탄*, 키르기즈*, 타지키스탄*, 우즈베키스탄*, 중국, 일본, 미국',
  unconfirmed: '미정, 예정, 추후 확정, 확인 중, 추후 공지',
  nobody: '미정, 전체, 참석자 전원, 참가자 전원, 전원, 모두, 추후 확정, 추후 공지',
  titleWords: '등록, 개회, 개회식, 폐회, 점심, 오찬, 만찬, 저녁, 휴식, 커피, 토론, 종합토론, 질의응답, 발표, 소개, 회의, 방문, 세션, 패널토론, 기념촬영, 사진, 네트워킹',
  titleEndings: '',
  names: 'kim, park, pak, choi, choe, jung, jeong, chung, kang, cho, jo, yoon, yun, jang, chang, lim, rim, han, oh, seo, suh, shin, kwon, hwang, ahn, an, song, ryu, yoo, yu, hong, jeon, jun, ko, koh, moon, mun, yang, son, sohn, bae, paik, baek, heo, hur, nam, noh, roh, ha, kwak, sung, cha, joo, koo, woo, min, jin, ji, um, chae, won, cheon, bang, kong, hyun, ham, byun, yeom, choo, do, so, seok, sun, seol, ma, wang, gil, pyo, myung, ki, ban, tak, ok, yuk, mok, zhang, liu, chen, huang, zhao, wu, zhou, xu, zhu, lin, guo, luo, liang, xie, tang, cao, deng, feng, xiao, cheng, cai, peng, pan, yuan, dong, ye, wei, jiang, ding, zhong, tan, li, lee, yi, rhee, ri, im, wong, chan, tanaka, suzuki, sato, watanabe, ito, yamamoto, nakamura, kobayashi, kato, yoshida, yamada, sasaki, nguyen, tran, pham, hoang, vu, vo, dang, bui, dinh, seunghyun, jongsung, hyoung, minjun, jihoon, sungho, youngmin, hyejin, jiwon, soojin, minji, eunji, kyung, younghee, jaehyun, dongwook, sangmin, taeho, yuna, haeun, jihye, minho',
  surnameEndings: '',
  patronymicEndings: '',
  particles: '님, 씨',
}
