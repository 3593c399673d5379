/** Words that say yes, or no, and nothing else, in all of our languages: what follows one only says more. */
export const firm = `
  nope, nah, неа,
  yes, yeah, yea, yep, yup, yess, si, sí, sip, oui, ouais, wi, да, ага, угу, tak, no tak, 是的, 有的, 有, 是, হ্যাঁ, হ্যা, হা, হুম, জি, জ্বি, জি হ্যাঁ, ha, haa, hae, han, ji, 네, 예, 넵, 네네, نعم, ايوه, ايوا, اه, اي, ہاں, جی, جی ہاں, ہاں جی, haan, haan ji, ji haan, ji`
