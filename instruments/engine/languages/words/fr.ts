import type { Words } from './words.ts'

export const fr: Words = {
  script: 'Latin',
  yes: `
    oui, ouais, ouai, oué, ouii, oui oui, yep, yes, ok, okay, d'accord, d accord, dac, dacc, je suis d'accord, je suis d accord, suis d'accord, bien sûr, bien sur, bien sûr que oui, évidemment, certainement,
    absolument, tout à fait, exact, exactement, effectivement, en effet, volontiers, avec plaisir, c'est (vrai|exact|ça|correct|bon), vrai, correct, je pense que oui, je crois que oui, je dirais oui, plutôt oui, sans doute, sûrement, toujours,
    oui (merci|bien sûr|svp|s'il vous plaît|monsieur|madame|je suis d'accord|d'accord|tout à fait|absolument|j'accepte|je le suis|je l'ai fait|j'ai), j'accepte, entendu, parfait, affirmatif, carrément, grave, mais oui, ben oui, bah oui, eh oui, pourquoi pas, wi, yeah, positif, totalement, ça marche, ça va`,
  no: `
    non, nan, nop, nope, non non, non (merci|pas du tout|jamais|monsieur|madame|je ne pense pas|je n'ai pas|pas vraiment|je ne suis pas d'accord|je refuse), pas du tout, jamais, absolument pas, certainement pas, bien sûr que non, évidemment non, pas vraiment, pas d'accord,
    je ne suis pas d'accord, je suis pas d'accord, (je |)(ne |)pense pas, (je |)(ne |)crois pas, je pense que non, je crois que non, plutôt non, aucunement, nullement, négatif, faux, c'est faux, pas encore, pas moi, pas question, hors de question, mais non, ben non, bah non, que non, surtout pas, pas maintenant, no, même pas, en aucun cas, pas tellement, je n'accepte pas, pas toujours`,
  yesHere: 'o, y, si, mouais, vi, k',
  noHere: 'n, na, pas',
  negation: `
    ne, n, pas, non, jamais, sans, ni, aucun, aucune, rien, personne, sauf, excepté, à part, au lieu de, plutôt que, guère, peu, plus du tout`,
  hedge: `
    peut être, peutêtre, mais, si, ça dépend, cela dépend, dépend, parfois, sauf, possiblement, probablement, plus ou moins, à peu près, presque, quoique,
    quelquefois, des fois, bof, entre, à moins que, en partie, les deux, pas forcément, éventuellement, cependant`,
  skip: `
    passer( la question| cette question| à la suivante| à la question suivante| celle ci| ça|), passe( la question| cette question| celle ci| mon tour|), passons( à la suivante|), je passe( cette question| celle ci| mon tour| la question|), suivant, suivante, la suivante, question suivante, la question suivante, prochaine( question|), sauter( la question| cette question|), saute( cette question| la question|), je saute( cette question|), ignorer( la question| cette question|), je (veux|voudrais|préfère|souhaite) passer( cette question| la question| à la suivante|), skip, next, on passe, continuer, avancer, autre question, au suivant`,
  refuse: `
    (je |)préfère (ne pas|ne rien|pas) (répondre|dire|le dire|en parler|y répondre|divulguer|donner mon avis|partager)( à cette question| à ça| là dessus|), (je |)(ne |)(veux|souhaite|désire|voudrais|vais) pas (répondre|dire|le dire|en parler|y répondre|partager)( à cette question| à ça| cela| ça|), (je |)préfèrerais (ne pas|pas) (répondre|dire|le dire), je refuse( de répondre| de le dire| de dire|), sans commentaire, pas de commentaire, aucun commentaire, no comment, c'est (privé|personnel|confidentiel), privé, personnel, confidentiel, trop personnel, c'est trop personnel, (ça |cela |)(ne |)(vous|te) regarde pas, ce ne sont pas vos affaires, c'est pas vos affaires, pas vos affaires, ce n'est pas vos affaires, (ça |)(ne |)(vous|te) concerne pas, mêlez vous de vos affaires, mêlez vous de vos oignons, refus, refuse, je m'abstiens, abstention, je ne réponds pas, je réponds pas, ça me regarde, je garde ça pour moi, je ne dirai rien`,
  dontKnow: `
    (je |j |)(ne |n |)(sais|saurais) (pas|pas trop|pas du tout|pas vraiment|plus|rien|pas encore|vraiment pas|pas dire|pas quoi dire|pas quoi répondre)( du tout| désolé| désolée| encore| trop|), j'sais pas, jsais pas, chais pas, chépas, jsp, jspas, sais pas, sait pas, je c pas, j'en sais rien, je n'en sais rien, j'en ai aucune idée, je n'(en |)ai aucune idée, je n'ai pas d'idée, j'ai aucune idée, j'ai pas d'idée, aucune idée, pas d'idée, (je |)(ne |)suis (pas|pas très|pas vraiment) (sûr|sûre|sur|certain|certaine)( du tout| de moi|), pas (sûr|sûre|sur|certain|certaine), pas trop sûr, (je |)(ne |)me (souviens|rappelle) (pas|plus)( du tout| bien|), (je |)(ne |)peux pas (dire|le dire|répondre|savoir), difficile à dire, dur à dire, c'est difficile à dire, sans opinion, pas d'opinion, je n'ai pas d'opinion, pas d'avis, sans avis, aucun avis, je n'ai pas d'avis, nsp, ne sait pas, ne sais pas, indécis, indécise, qui sait, allez savoir, va savoir, je l'ignore, j'ignore, aucune opinion, oublié, j'ai oublié`,
  back: `
    retour( en arrière| arrière| à la question précédente| à la précédente|), revenir( en arrière| à la question précédente| à la précédente| arrière|), reviens( en arrière|), revenez( en arrière|), précédent, précédente, la précédente, question précédente, la question précédente, en arrière, arrière, (je (veux|voudrais|souhaite|peux) |puis je |peut on |)(changer|modifier|corriger|rectifier|refaire) (ma|la|mon|cette|une) (dernière |)(réponse|question)( précédente| d'avant|), changer ma dernière réponse, annuler (ma|la) (dernière |)réponse, je me suis trompé(e|), je me suis trompé de (réponse|numéro|chiffre), erreur, je veux revenir( en arrière|), mauvaise réponse, oups, back, faute de frappe, j'ai fait une erreur, j'ai mal répondu, défaire`,
  help: `
    aide, aidez moi, aide moi, à l'aide, besoin d'aide, j'ai besoin d'aide, info, infos, information, informations, quoi, hein, pardon, comment, (quels|quelles|quel) (étaient|sont|etaient|sont) (les |mes |)(choix|options|réponses|possibilités|réponses possibles)( déjà| de nouveau|), quels choix, quelles options, choix, options, les choix, les options, c'était quoi (les |)(choix|options|la question|réponses), c'est quoi( les choix| les options| la question| ça| ce truc| cette enquête|), répéter( la question|), répétez( la question| s'il vous plaît| svp|), répète( la question|), (pouvez|peux|pourriez) (vous|tu) (répéter|expliquer|reformuler|renvoyer)( la question| les choix| s'il vous plaît| svp| les options|), qui (êtes vous|est ce|es tu|est là|c'est|parle), c'est qui, vous êtes qui, t'es qui, qu'est ce que c'est( que ça|), de quoi s'agit il, (je |)(ne |)comprends pas( la question| bien| ce que vous voulez|), (je |)(n |n'|)ai pas compris( la question|), que voulez vous dire, qu'est ce que ça veut dire, ça veut dire quoi, que signifie (cela|ça), expliquez( moi| svp|), quelle (était|est) la question( déjà|), à quoi ça sert, c'est pour quoi, help`,
  courtesy: `
    svp, stp, s'il, sil, s, il, vous, te, plaît, plait, merci, bonjour, bonsoir, salut, ok, maintenant, désolé, désolée, pardon, tout, de, suite, immédiatement, monsieur, madame, alors, bon, ben, bah, euh, allez, please, d'accord, immédiate, hé, enfin, déjà, vraiment, beaucoup, excusez, moi, mais`,
  optOut: `
    (arrêtez|arrête|arrêter|arretez|cessez|cesse|cesser|stop|stoppez|fini) (de |d |d'|)(m'|me |m |nous |)(envoyer|écrire|contacter|texter|déranger|harceler|embêter|importuner|appeler|spammer|ennuyer|emmerder|solliciter)( des| ces| vos| de|)( messages| textos| sms| texto| enquêtes| messages textes| trucs| sondages|)( svp| s'il vous plaît|), arrêtez( ça| tout| cela| les messages| vos messages| ces messages| les textos| les sms| avec vos messages| maintenant| les frais|), arrête( ça| tout| les messages| maintenant|), arrêt( des messages|), stop (messages|sms|textos|aux messages|aux sms|svp|les messages|ça|tout|merci|enquête|sondage), 
    ne (m'|me |nous |m )(écrivez|écris|envoyez|envoie|contactez|contacte|textez|texte|dérangez|dérange|appelez|appelle|sollicitez|embêtez|recontactez)( plus| pas| rien|)( jamais| de messages| rien| de sms| de textos| de message|)( svp| s'il vous plaît|), (m'|me |m )(écrivez|envoyez|contactez|appelez|dérangez|textez|écris|envoie|contacte) (plus|pas)( de messages| rien| de sms| jamais|), plus (de|aucun) (messages|message|textos|sms|texto|sondages|enquêtes|contact)( svp| s'il vous plaît| merci|), pas de (messages|sms|textos) (svp|s'il vous plaît|merci),
    (laissez|laisse|foutez|fous|fichez|fiche) (moi|nous) (tranquille|en paix|la paix)( svp| s'il vous plaît|), laissez moi, lâchez moi( la grappe|), foutez le camp, dégagez, dégage, allez vous en, ça suffit( les messages| maintenant|), 
    (retirez|enlevez|supprimez|effacez|rayez|ôtez|retire|enlève|supprime|radiez|sortez) (moi|mon numéro|mon nom|mes données|mon téléphone|ce numéro)( de| de la| de votre| de cette| de vos|)( la|)( liste| listes| base|)( d'envoi| de diffusion| svp| s'il vous plaît|), (désinscrire|désabonner|désabonnez moi|désinscrivez moi|désabonnement|désinscription|désabonne moi|me désinscrire|me désabonner)( svp| s'il vous plaît| moi|), (je |)(veux|voudrais|souhaite|désire) (me désinscrire|me désabonner|être retiré|être retirée|arrêter|que vous arrêtiez|que ça s'arrête|ne plus recevoir de messages|ne plus recevoir|plus recevoir de messages|sortir de la liste|être désinscrit|être désinscrite|qu'on me laisse tranquille|ne plus être contacté|ne plus être contactée)( de cette liste| de la liste| de votre liste| de messages| de vos messages| vos messages| de sms| de textos|), (je |)(ne |)(veux|souhaite|désire) (plus|pas)( rien|)( recevoir|)( de| vos| ces| aucun| d'autres| de vos|)( messages| sms| textos| message| enquêtes| sondages| contact|)( de vous| de votre part|), (je |)(ne |)(veux|souhaite) (plus|pas) (être contacté|être contactée|être dérangé|être dérangée|que vous m'écriviez|que vous me contactiez|qu'on m'écrive|participer|répondre à ce sondage|faire ce sondage|participer à cette enquête|faire cette enquête|de ça), oubliez moi, oubliez mon numéro, résilier, résiliez, annulez tout, mauvais numéro( arrêtez| ne m'écrivez plus| laissez moi tranquille|), vous me dérangez, vous me harcelez, pas intéressé(e|) (arrêtez|laissez moi tranquille), je retire mon consentement, je révoque mon consentement, j'en ai assez( de vos messages|), j'en ai marre( de vos messages|)`,
  none: `aucun(e|), aucun(e|) (de ceux ci|de ces|de celles ci|d'entre eux|d'entre elles|des deux|de ces choix|de ces options|de ces réponses|des choix|d'eux|de tout ça), rien, rien de tout (ça|cela), ni l'un ni l'autre, personne, rien du tout, zéro, pas un seul, pas une seule, nul, aucune réponse ne convient, rien de ça`,
  all: `tous, toutes, tout, tout ça, tout cela, toutes les (réponses|options), tous les choix, toutes ces (réponses|options), tous ceux ci, toutes celles ci, chacun(e|), toutes les réponses ci dessus, tout ce qui précède, la totalité, l'ensemble, tous ces choix, tous ceux là`,
  both: 'les deux, tous les deux, toutes les deux, l un et l autre, ces deux là, les 2',
  and: 'et, plus, aussi, puis, ensuite, et aussi, et puis, ainsi que, avec, suivi de, enfin, après',
  or: 'ou, ou bien, soit, versus',
  upTo: 'à, a, au, jusqu à, jusqu, jusquà',
  outOf: 'sur, de',
  filler: `
    je, j, dirais, je dirais, je dirai, je pense, pense, je crois, crois, que, c'est, cest, ce, il, est, suis, je suis, ai, j'ai, a, le, la, les, l, un peu de, mon, ma, mes, réponse, choix, option, l'option, le choix, la réponse, ma réponse est, mon choix est, numéro, num, n, no, nr, chiffre, s'il vous plaît, svp, stp, merci, alors, euh, ben, bah,
    bon, donc, plutôt le, je choisis, choisis, je prends, je vote, je mets, je sélectionne, ça serait, ce serait, serait, va pour, pour moi, moi, personnellement, à mon avis, selon moi, honnêtement, franchement, environ, à peu près, autour de, vers, on est, nous sommes, sommes, il y a, y a, y, nous, on, personnes, personne dans, gens, en tout, au total, total, ans d'âge, âge, seulement, juste, uniquement, bonjour, salut, ok, oui je dirais, point, points, pour, de, des, du, en, celui ci, celle ci, habitons, vivons`,
  counters: 'er, ere, re, e, eme, ème, nd, nde, ieme, ième',
  endings: '',
  beginnings: '',
  orMore: 'ou plus, et plus, ou davantage, et au dessus, ou plus âgé, au moins, minimum, au minimum, à partir de',
  moreThan: 'plus de, au dessus de, supérieur à, plus âgé que, au delà de',
  lessThan: 'moins de, en dessous de, au dessous de, inférieur à, sous',
  orLess: 'ou moins, et moins, au plus, au maximum, maximum, jusqu à',
  units: 'an|ans|année|années, mois, semaine|semaines, jour|jours, heure|heures|h, minute|minutes|min',
  numbers: {
    small: `
      zéro, un|une, deux, trois, quatre|quattre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize, dix sept, dix huit,
      dix neuf`,
    tens: '20 vingt, 30 trente, 40 quarante, 50 cinquante, 60 soixante, 80 quatre vingt|quatre vingts, 70 septante, 80 huitante|octante, 90 nonante|quatre vingt dix, 70 soixante dix',
    joints: [' et ', ' '],
    longTens: [60, 80],
    hundred: 'cent',
    thousand: 'mille|mil',
    ordinals: `
      premier|première|le premier|la première, deuxième|second|seconde|le deuxième|la deuxième|le second|la seconde, troisième|le troisième|la troisième, quatrième|le quatrième|la quatrième, cinquième|le cinquième|la cinquième, sixième|le sixième|la sixième, septième, huitième, neuvième,
      dixième`,
  },
  months: `
    janvier|janv|jan, février|fév|fev|févr, mars, avril|avr, mai, juin, juillet|juil, août|aout, septembre|sept|sep, octobre|oct, novembre|nov,
    décembre|déc|dec`,
  weekdays: 'lundi|lun, mardi|mar, mercredi|mer, jeudi|jeu, vendredi|ven, samedi|sam, dimanche|dim',
  dates: 'day-first',
  decimal: 'comma',
  verbLast: false,
  reactions: `
    (a |)(aimé|adoré|souligné|questionné|ri|mis en évidence|ri à|ri de|mis l'accent sur|trouvé drôle|interrogé|accentué|rigolé|détesté), (n'a |n a |)pas (aimé|apprécié), n'a pas aimé, j'aime, (a |)réagi( avec|)( à| par|), (a |)posé une question (sur|à propos de), (a |)exprimé un doute sur, (a |)(supprimé|retiré|enlevé) (un|une|son|le|la|sa) (j'aime|j'adore|je n'aime pas|cœur|coeur|rire|réaction|point d'exclamation|point d'interrogation|mention j'aime|haha|question|accent)( de| sur| à| pour|), à, a aimé le message, a ri à, emphase sur, a mis en valeur, a ajouté une réaction à`,
  reactionsAfter: '',
  media:
    '(une|un|la|le|l|votre|ton|ta|cette) (image|photo|message|vidéo|film|pièce jointe|lien|message audio|message vocal|audio|gif|sticker|photographie), limage',
}
