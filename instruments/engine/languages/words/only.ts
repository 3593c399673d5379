/** Nothing but what follows, or what they are written onto, in all of our languages: "no mold, just leaks". */
export const only = `
  just, only, solo, sólo, solamente, nada más, nomás, únicamente, juste, seulement, uniquement, sèlman, selman, jis, только, лишь, tylko, jedynie, 只, 只是, 只有, 就是, 仅, 淨係, 净系, 只係, 只系, শুধু, কেবল, শুধুমাত্র, shudhu, 만, 만요, 뿐, 오직, فقط, بس, صرف, فقط, sirf`
