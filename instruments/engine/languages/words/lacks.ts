/** Words for a want of something, in all of our languages: a no beside what is wanting may ask for it, or deny that it is. */
export const lacks = `
  lack*, missing, shortage, need*, no, without, broken, absence, falta*, sin, carencia*, escasez, necesit*, manque*, absence, besoin, sans, mank*, bezwen, san, не хватает, нехватк*, недостат*, отсутств*, нет, нужн*, без, brak*, potrzeb*, bez, 缺, 缺乏, 缺少, 没有, 不足, 需要, অভাব*, নেই, দরকার, প্রয়োজন*, 부족*, 없*, 필요*, نقص*, ينقص*, عدم, بدون, بحاجه, يحتاج*, تحتاج*, کمی, ضرورت, بغیر, نہیں`
