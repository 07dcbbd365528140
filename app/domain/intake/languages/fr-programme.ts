import type { ProgrammeWords } from '#app/domain/intake/languages/programme-words.ts'

export const french: ProgrammeWords = {
  itemKinds: {
    registration: "accueil inscription* enregistrement accueil_des_participants accueil_et_inscription", remarks: "mot_de mots_de mots_d'ouverture mots_d'accueil mot_d'accueil bienvenue ouverture allocution* discours mot_d'ouverture remarques", presentation: 'presentation* présentation* exposé* intervention* conférence_inaugurale démonstration* état_des_lieux restitution*',
    panel: 'panel*', discussion: "table_ronde discussion* débat* échange* atelier* travaux_de_groupe travail_en_groupe travaux_en_groupes", 'q-and-a': "questions questions-réponses questions_réponses q&r q_&_r", break: 'pause pauses pause-café pause_café café', meal: 'déjeuner* dîner* petit-déjeuner petit_déjeuner cocktail buffet réception',
    closing: 'clôture conclusion* synthèse* fermeture prochaines_étapes mot_de_clôture mots_de_clôture remise_des_certificats', other: 'photo* visite* départ signature exercice*',
  },
  meetingKinds: {
    meeting: "réunion* rencontre* entretien* séance* briefing débriefing audience", internal: "interne* réunion_interne réunion_d'équipe", workshop: 'atelier* séminaire* conférence* formation* table_ronde forum*', presentation: 'présentation*', 'q-and-a': 'questions', visit: 'visite*', meal: 'déjeuner* dîner* petit-déjeuner', travel: 'arrivée* départ* vol trajet* train transfert* retour voyage*', other: 'repos temps_libre',
  },
  labels: {
    date: 'date dates jour', time: 'heure horaire horaires heures', when: 'date_et_heure quand', venue: 'lieu endroit adresse salle où', city: 'ville', country: 'pays', title: 'titre thème sujet activité activités programme séance objet intitulé contenu', people: 'intervenant intervenants intervenante intervenantes orateur orateurs conférencier responsable présentateur panélistes', moderator: 'modérateur modératrice modérateurs président présidente animateur animatrice modération',
    talks: 'présentations interventions exposés', organisation: 'organisation institution', position: 'fonction poste', participants: 'participants', organiser: 'organisateur organisateurs partenaires', language: 'langue langues', goal: 'objectif objectifs', contact: 'contact contacts tél', note: 'note remarque remarques', number: 'n° no', duration: 'durée', start: 'début', end: 'fin',
  },
  events: "atelier* séminaire* conférence* réunion* forum* table_ronde formation* consultation* journée* colloque* mission*", papers: "programme ordre_du_jour projet_de_programme agenda programme_provisoire programme_de_l'atelier calendrier", journeys: 'mission* tournée itinéraire déplacement*', sections: 'session séance partie jour journée module bloc matin après-midi',
  streams: 'atelier_parallèle atelier filière groupe groupe_de_travail salle session_parallèle', places: 'hôtel hotel salle centre ministère université bibliothèque rue avenue bâtiment amphithéâtre auditorium maison institut palais étage', ends: "fin_du_* fin_des_* fin_de_* fin_de_la_journée fin_de_l'atelier", greetings: 'cher* chère* bonjour madame,_monsieur bonsoir mesdames', signatures: "cordialement bien_cordialement bien_à_vous merci meilleures_salutations salutations", happens: 'aura_lieu se_tiendra auront_lieu', everybody: 'tous', requests: "merci_de veuillez prière_de nous_vous_prions s'il_vous_plaît", sends: "veuillez_trouver voici ci-dessous ci-joint",
  mail: { sender: 'de', sent: 'envoyé date', to: 'à', copy: 'cc', subject: 'objet', forwarded: 'message_transféré message_original' }, links: "et de du des la le les à pour sur en au aux par dans l' d' un une avec",
  telling: {
    verbs: { meeting: 'rencontrons rencontre recevons reçoit voyons', visit: 'visitons visite', meal: 'déjeunons dînons', travel: "arrivons atterrissons partons rentrons repartons allons voyageons prenons_le_train prenons_l'avion" },
    whens: 'à le la les au vers de du dans matin après-midi soir', joins: 'et puis ensuite où', nextDays: 'lendemain jour_suivant', deadlines: "avant jusqu'à", tellers: 'nous_serons', ins: 'à au en',
  },
}
