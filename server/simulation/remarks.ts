/** What simulated residents write where they may write freely. Invented, without any person or place. */
const byLanguage: Readonly<Record<string, readonly string[]>> = {
  en: [
    'More officers on foot, please, and fewer driving by.',
    'The officers who come to our meetings listen. Keep that up.',
    'It takes too long until somebody comes at night.',
    'Slow the cars down on the avenue near the school.',
    'Talk to young people before there is trouble.',
    'They were kind when my bike was stolen.',
    'Explain why you stop people.',
    'Please answer when we call about noise.',
    'Nothing to complain about.',
    'Speak our languages.',
  ],
  es: [
    'Más agentes a pie y menos en auto, por favor.',
    'Los agentes que vienen a las reuniones escuchan. Sigan así.',
    'De noche tardan demasiado en llegar.',
    'Que los autos vayan más despacio cerca de la escuela.',
    'Hablen con los jóvenes antes de que haya problemas.',
    'Expliquen por qué detienen a la gente.',
    'No tengo quejas.',
  ],
}

export function remarksIn(language: string): readonly string[] {
  return byLanguage[language] ?? byLanguage['en'] ?? []
}
