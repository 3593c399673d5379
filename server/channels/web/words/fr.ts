import type { Words } from './words.ts'

export const fr: Words = {
  skipToContent: 'Aller aux questions',
  languages: 'Langue',
  invented:
    "Ceci est une répétition. Les réponses qui s'y trouvent sont inventées, et rien de ce que vous saisissez ici n'est compté.",
  askedBy: 'Une enquête menée par {sponsor}',
  takes:
    'Cela prend environ {minutes} minutes. Vos réponses sont enregistrées au fur et à mesure: vous pouvez arrêter et revenir.',
  loading: 'Chargement des questions …',
  simpleVersion: 'Un problème avec cette page? Utilisez la version simple',
  needsScript: "Votre navigateur n'exécute pas de scripts. La version simple fonctionne sans eux.",
  question: 'Question {number} sur {total} au plus',
  next: 'Suivant',
  back: 'Retour',
  skip: 'Passer cette question',
  refuse: 'Je ne veux pas répondre',
  choose: 'Choisissez …',
  finish: 'Envoyer mes réponses',
  answerFirst: 'Choisissez ou écrivez une réponse, ou passez la question.',
  sharedDevice: 'Cet appareil est partagé: effacer mes réponses de ce navigateur',
  left: {
    title: 'Vos réponses sont effacées de ce navigateur',
    text: 'La prochaine personne sur cet appareil commence avec une enquête vide. Ce que vous aviez déjà répondu reste chez nous, sans votre nom.',
  },
  closed: {
    title: 'Cette enquête est terminée',
    text: 'Elle ne prend plus de réponses. Merci de votre intérêt.',
  },
  paused: {
    title: 'Cette enquête fait une pause',
    text: 'Elle ne prend pas de réponses en ce moment. Revenez plus tard. Ce que vous avez déjà répondu est conservé.',
  },
  noCookies: {
    title: 'Votre navigateur ne garde pas de cookies',
    text: 'Il nous faut un cookie pour garder vos réponses ensemble. Autorisez les cookies pour ce site et recommencez.',
  },
  begin: "Commencer l'enquête",
  seeResults: 'Voir les résultats',
  titles: {
    complete: 'Vous avez terminé',
    ineligible: "C'est tout",
    declined: 'Vous ne participez pas',
  },
  stopped: {
    title: 'Nous ne vous poserons plus de questions',
    text: "Vous nous avez demandé d'arrêter, nous avons donc fermé cette enquête pour vous. Merci de votre temps.",
  },
  live: {
    loadFailed:
      "Les questions n'ont pas pu être chargées. Rechargez la page, ou utilisez la version simple ci-dessous.",
    part: 'Partie {number} sur {total}',
    saving: 'Enregistrement de vos réponses …',
    saved: 'Vos réponses sont enregistrées.',
    offline:
      'Vous êtes hors connexion. Vos réponses attendent ici: gardez cette page ouverte, elles partiront au retour de la connexion.',
    retrying: 'Le serveur est injoignable. Nouvel essai …',
    sending: 'Envoi de vos dernières réponses …',
    notTaken: "L'enquête a été fermée entre-temps. Votre dernière réponse n'a pas été enregistrée.",
    elsewhere: 'Cette enquête a été modifiée ailleurs. Rechargez la page.',
    notSaved: "Une réponse n'a pas pu être enregistrée. Vérifiez-la.",
    useLocation: 'Utiliser ma position',
    useMap: 'Choisir sur une carte',
    closeMap: 'Fermer la carte',
    locating: 'Recherche de votre position …',
    locationFailed: "Votre appareil n'a pas donné sa position. Choisissez dans la liste ou sur la carte.",
    locationOutside: 'Votre position est hors de la ville. Choisissez dans la liste ou sur la carte.',
    mapFailed: "La carte n'a pas pu être chargée. Choisissez dans la liste.",
    mapHelp: 'Choisissez le secteur où vous habitez. Au clavier: Tab pour se déplacer, Entrée pour choisir.',
    chosen: 'Choisi: {area}',
    locationPromise: 'Votre position reste sur cet appareil. Seul le secteur est envoyé.',
  },
}
