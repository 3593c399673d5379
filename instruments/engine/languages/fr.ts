import type { Language } from './language.ts'

export const fr: Language = {
  name: 'Français',
  direction: 'ltr',
  machineDrafted: true,
  lines: {
    yes: 'Oui',
    no: 'Non',
    welcome:
      'Bonjour de la part de {sponsor}. {purpose} Cela prend environ {minutes} minutes. Envoyez STOP pour arrêter, AIDE pour obtenir de l’aide.',
    welcomeBack: 'Nous sommes heureux de vous retrouver. Voici où nous en étions.',
    help: '{title} : une enquête de {sponsor}. {contact} Envoyez PASSER pour passer une question, RETOUR pour changer votre dernière réponse, STOP pour arrêter.',
    stopped:
      'Vous n’êtes plus sur notre liste et ne recevrez plus de messages de notre part. Envoyez START si vous changez d’avis.',
    pickOne: 'Répondez de 1 à {most}.',
    pickOneOfTwo: 'Répondez 1 ou 2.',
    pickSeveral: 'Répondez avec tous les numéros qui conviennent, par exemple 1 3.',
    pickUpTo: 'Répondez avec {most} numéros au plus, par exemple 1 3.',
    pickOnScale: 'Répondez de {least} à {most}.',
    sayNumber: 'Répondez avec un nombre.',
    sayDate: 'Répondez avec une date, par exemple 14 mars 1985.',
    rankAll: 'Répondez avec les numéros, le meilleur d’abord, par exemple {example}.',
    sayArea: 'Répondez avec le nom ou le numéro du secteur, ou PASSER si vous n’êtes pas sûr.',
    sayFreely: 'Répondez avec vos propres mots, ou PASSER.',
    keepAnswer: 'Votre réponse jusqu’ici : {answer}. Répondez PASSER pour la garder.',
    firstQuestion: 'C’est la première question.',
    leftOut: 'Pas de problème, nous laissons cette question.',
    needed: 'Il nous faut une réponse à cette question pour continuer.',
    cannotGoOn:
      'Désolé, nous ne pouvons pas continuer sans réponse à cette question. Écrivez-nous quand vous voulez et nous reprendrons ici.',
    thanks: 'Merci. Vos réponses sont enregistrées.',
    notEligible:
      'Merci de votre intérêt. Cette enquête s’adresse aux adultes qui vivent dans la ville, nous nous arrêtons donc ici.',
    declined: 'Très bien. Nous ne vous demanderons rien d’autre. Merci de votre temps.',
    finished: 'Vous avez déjà terminé cette enquête. Merci.',
    closed: 'Cette enquête est terminée. Merci de votre intérêt.',
    reasons: {
      empty: 'Nous n’avons pas reçu de réponse.',
      'not-a-choice': 'Désolé, ce n’est pas une des réponses.',
      ambiguous: 'Désolé, plusieurs réponses correspondent à cela.',
      'not-a-number': 'Désolé, il nous faut un nombre ici.',
      'out-of-range': 'Désolé, ce nombre est trop petit ou trop grand.',
      'not-a-date': 'Désolé, il nous faut une date ici.',
      'wrong-format': 'Désolé, cela ne semble pas correct.',
      'too-long': 'Désolé, c’est trop long. Merci de raccourcir.',
      reaction: 'Merci pour la réaction. Il nous faut encore une réponse en mots ou en chiffres.',
    },
  },
}
