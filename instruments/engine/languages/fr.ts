import type { Language } from './language.ts'

export const fr: Language = {
  name: 'Français',
  direction: 'ltr',
  machineDrafted: true,
  lines: {
    welcome:
      "Bonjour, ici {sponsor}. {purpose} Cela prend environ {minutes} minutes. Envoyez STOP pour arrêter, AIDE pour obtenir de l'aide.",
    invitation:
      'Bonjour, ici {sponsor}. {purpose} Cela prend environ {minutes} minutes par SMS. Répondez 1 pour commencer, STOP pour ne plus recevoir de messages.',
    reminder:
      '{sponsor} vous rappelle: votre avis nous intéresse toujours. Environ {minutes} minutes par SMS. Répondez 1 pour commencer, STOP pour ne plus recevoir de messages.',
    reminderGoOn:
      '{sponsor}: vous avez commencé notre enquête et vos réponses sont enregistrées. Voici la question suivante. Envoyez STOP pour ne plus recevoir de messages.',
    onTheWeb: 'Sur le web: {link}',
    welcomeBack: 'Merci de votre retour. Voici où nous en étions.',
    help: '{title}: enquête menée par {sponsor}. {contact} Envoyez PASSER pour passer une question, RETOUR pour changer votre dernière réponse, STOP pour arrêter.',
    stopped:
      "Vous n'êtes plus sur notre liste et ne recevrez plus de messages de notre part. Envoyez START si vous changez d'avis.",
    pickOne: 'Répondez de 1 à {most}.',
    pickOneOfTwo: 'Répondez 1 ou 2.',
    pickSeveral: 'Répondez avec tous les numéros qui conviennent, par exemple {example}.',
    pickUpTo: 'Répondez avec {most} numéros au plus, par exemple {example}.',
    pickOnScale: 'Répondez de {least} à {most}.',
    sayNumber: 'Répondez avec un nombre.',
    sayDate: 'Répondez avec une date, par exemple 14 mars 1985.',
    rankAll: "Répondez avec les numéros, le meilleur d'abord, par exemple {example}.",
    bestFirst: "Le meilleur d'abord.",
    sayArea: 'Répondez avec le nom ou le numéro du secteur, ou PASSER en cas de doute.',
    sayFreely: 'Répondez avec vos propres mots, ou PASSER.',
    keepAnswer: "Votre réponse jusqu'ici: {answer}. Répondez PASSER pour la garder.",
    openLink: 'Répondez à la suivante ici: {link}\nPuis envoyez OK.',
    openLinkOrSkip: 'Répondez à la suivante ici: {link}\nPuis envoyez OK, ou PASSER.',
    whichLetter: 'Lequel voulez-vous dire ? Répondez par la lettre : {options}',
    sameChoices: 'Les mêmes choix, de 1 à {most}.',
    pickInGroup: 'Répondez de 1 à {most}, ou RETOUR pour voir les autres groupes.',
    pickExactly: 'Répondez avec {most} numéros, par exemple {example}.',
    pickBetween: 'Répondez avec {least} à {most} numéros, par exemple {example}.',
    rankBest: "Répondez avec {most} numéros au plus, le meilleur d'abord, par exemple {example}.",
    sayNumberBetween: 'Répondez avec un nombre de {least} à {most}.',
    sayNumberInSteps: 'Répondez avec un nombre de {least} à {most}, de {step} en {step}.',
    halfway: 'Vous êtes à mi-chemin.',
    almostDone: "C'est presque fini.",
    firstQuestion: "C'est la première question.",
    leftOut: 'Pas de problème, nous passons cette question.',
    needed: 'Il nous faut une réponse à cette question pour continuer.',
    cannotGoOn:
      'Pardon, nous ne pouvons pas continuer sans réponse à cette question. Écrivez-nous quand vous voulez et nous reprendrons ici.',
    thanks: 'Merci. Vos réponses sont enregistrées.',
    notEligible:
      "Merci de votre intérêt. Cette enquête s'adresse aux adultes qui habitent dans la ville, nous nous arrêtons donc ici.",
    declined: "Très bien. Nous ne vous demanderons rien d'autre. Merci de votre temps.",
    finished: 'Vous avez déjà terminé cette enquête. Merci.',
    closed: 'Cette enquête est terminée. Merci de votre intérêt.',
    paused:
      "Cette enquête fait une courte pause. Écrivez-nous plus tard; rien de ce que vous nous avez dit n'est perdu.",
    expired:
      'Du temps a passé et cette enquête est terminée pour vous. Nous gardons les réponses que vous avez données. Merci.',
    someoneReads: 'Merci. Une personne de notre équipe lira votre message.',
    noPictures: 'Nous ne pouvons ouvrir ici ni photos ni enregistrements. Merci de répondre en mots ou en chiffres.',
    webLink:
      'Voici la suite de votre enquête sur le web: {link}\nCe lien est personnel. Vous pouvez aussi continuer par SMS à tout moment.',
    whoIsThere: 'Plusieurs personnes utilisent ce téléphone. Qui écrit?',
    someoneElse: "Quelqu'un d'autre",
    writtenTo: 'La personne à qui nous avons écrit le {date}',
    whichSurvey: "De quelle enquête s'agit-il?",
    error: 'Un problème est survenu de notre côté. Merci de renvoyer votre message dans quelques minutes.',
    reasons: {
      empty: "Nous n'avons pas reçu de réponse.",
      'not-a-choice': "Pardon, ce n'est pas une des réponses.",
      ambiguous: 'Pardon, cela correspond à plusieurs réponses.',
      'not-a-number': 'Pardon, il nous faut un nombre ici.',
      'out-of-range': 'Pardon, ce nombre est trop petit ou trop grand.',
      'not-a-date': 'Pardon, il nous faut une date ici.',
      'wrong-format': 'Pardon, cela ne semble pas correct.',
      'too-long': "Pardon, c'est trop long. Merci de raccourcir.",
      reaction: 'Merci pour la réaction. Il nous faut encore une réponse en mots ou en chiffres.',
    },
  },
}
