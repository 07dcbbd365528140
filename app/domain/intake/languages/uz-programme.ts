import type { ProgrammeWords } from '#app/domain/intake/languages/programme-words.ts'

export const uzbek: ProgrammeWords = {
  itemKinds: {
    registration: "ro'yxat* ro'yxatdan_o'tish ро'йхат* рўйхат* рўйхатга_олиш",
    remarks: "ochilish* kirish_so'z* tabrik* salomlash* qutlov* kutib_olish xush_kelibsiz очилиш* кириш_сўзи табрик* саломлаш* тантанали_очилиш kirish",
    presentation: "taqdimot* ma'ruza* prezentatsiya* chiqish* hisobot* тақдимот* маъруза* ҳисобот* намойиш*",
    panel: 'panel* панел*',
    discussion: "muhokama* munozara* davra_suhbati bahs* guruhlarda_ish fikr_almashish муҳокама* мунозара* давра_суҳбати гуруҳларда_иш фикр_алмашиш",
    'q-and-a': "savol* savol-javob* савол* савол-жавоб*",
    break: "tanaffus* kofe-breyk* kofe* choy* qahva* танаффус* кофе* чой*",
    meal: "tushlik* nonushta* kechki_ovqat* ziyofat* тушлик* нонушта* кечки_овқат* зиёфат*",
    closing: "yopilish* yakun* xulosa* yakunlash* ёпилиш* якун* хулоса* keyingi_qadamlar кейинги_қадамлар sertifikat*",
    other: "surat* suratga_tushish ekskursiya* tashrif* суратга* экскурсия* ташриф* расмга* amaliy*",
  },
  meetingKinds: {
    meeting: "uchrashuv* yig'ilish* suhbat* muzokara* учрашув* йиғилиш* суҳбат* мажлис* majlis* maslahat*",
    internal: 'ichki* ички*', workshop: "seminar* trening* konferensiya* anjuman* davra_suhbati forum* семинар* тренинг* анжуман* конференция* давра_суҳбати",
    presentation: "taqdimot* prezentatsiya* тақдимот*", 'q-and-a': 'savol* савол*', visit: "tashrif* ko'rikdan tanishish* ташриф* танишув* borish* ko'zdan_kechirish",
    meal: 'tushlik* nonushta* kechki_ovqat* тушлик*', travel: "uchish* jo'nash* yetib_kelish* kelish* parvoz* qaytish* poyezd* учиш* жўнаш* етиб_келиш* парвоз* қайтиш*",
  },
  labels: {
    date: 'sana kun sanasi сана кун', time: 'vaqt vaqti soat вақт вақти', when: "sana_va_vaqt сана_ва_вақт", venue: "joy joyi manzil o'tkazish_joyi bo'lib_o'tadigan_joy o'tkaziladigan_joy zal жой жойи манзил ўтказиш_жойи ўтказиладиган_жой", city: 'shahar шаҳар', country: 'davlat mamlakat мамлакат',
    title: "mavzu tadbir mazmuni dastur mavzusi tadbir_nomi faoliyat мавзу тадбир мазмуни дастур фаолият", people: "ma'ruzachi ma'ruzachilar spiker so'zlovchi mas'ul маърузачи маърузачилар сўзловчи масъул so'zga_chiquvchilar", moderator: "moderator boshlovchi rais модератор бошловчи раис", talks: "ma'ruzalar маърузалар",
    organisation: 'tashkilot ташкилот', position: 'lavozim лавозим', participants: 'ishtirokchilar иштирокчилар', organiser: 'tashkilotchi tashkilotchilar ташкилотчи ташкилотчилар', language: 'til tili тил', goal: 'maqsad мақсад', contact: 'aloqa алоқа', note: 'izoh изоҳ',
  },
  events: "seminar* konferensiya* forum* anjuman* trening* davra_suhbati yig'ilish* uchrashuv* семинар* конференция* форум* анжуман* давра_суҳбати учрашув* mashg'ulot*",
  papers: "dastur dasturi kun_tartibi seminar_dasturi tadbir_dasturi дастур дастури кун_тартиби семинар_дастури loyiha jadval жадвал ish_dasturi konferensiya_dasturi anjuman_dasturi",
  journeys: "safar* yo'l_xaritasi missiya* сафар* миссия* roud-shou роуд-шоу",
  sections: "sessiya qism bo'lim kun blok сессия қисм бўлим",
  places: "mehmonxona* zal* bino* vazirlik* universitet* kutubxona* markaz* ko'chasi меҳмонхона* зал* бино* вазирлик* университет* марказ* кўчаси majlislar_zali мажлислар_зали otel* институт* institut*",
  ends: "tadbir_yakuni тадбир_якуни kun_yakuni",
  greetings: 'hurmatli assalomu_alaykum salom ҳурматли ассалому_алайкум салом aziz', signatures: "hurmat_bilan rahmat ҳурмат_билан раҳмат ehtirom_bilan", happens: "bo'lib_o'tadi o'tkaziladi бўлиб_ўтади ўтказилади", everybody: 'barcha hamma барча ҳамма', requests: "iltimos iltimos, so'raymiz илтимос сўраймиз", sends: 'yuboraman yuboryapman юбораман',
  mail: { sender: '', sent: '', to: '', copy: '', subject: 'mavzu', forwarded: '' },
  links: "va bilan uchun ва билан учун bo'yicha бўйича",
  telling: {
    verbs: { meeting: 'uchrashamiz uchrashadi учрашамиз учрашади suhbatlashamiz qabul_qiladi қабул_қилади', visit: "tashrif_buyuramiz boramiz_ko'ramiz ko'ramiz кўрамиз ташриф_буюрамиз tanishamiz танишамиз", meal: 'tushlik_qilamiz тушлик_қиламиз', travel: "boramiz борамиз uchamiz учамиз yetib_kelamiz етиб_келамиз kelamiz келамиз jo'naymiz жўнаймиз qaytamiz қайтамиз o'tamiz ўтамиз yo'lga_chiqamiz йўлга_чиқамиз uchib_kelamiz учиб_келамиз" },
    whens: 'kuni kun soat куни кун соат da да ertalab эрталаб kechqurun кечқурун tushdan_keyin тушдан_кейин kechki кечки', joins: "va ва keyin кейин so'ng сўнг hamda ҳамда", nextDays: 'ertasi_kuni эртаси_куни ertasiga эртасига keyingi_kuni кейинги_куни', deadlines: 'gacha гача qadar қадар', tellers: 'biz биз', ins: '',
  },
}
