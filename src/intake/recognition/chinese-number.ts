const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));

/** The number written in Chinese numerals up to 99, such as 二十一 or 廿二; `null` when it is none. */
export function chineseNumber(text: string): number | null {
  const spelled = text.replace(/^廿/u, '二十').replace(/^卅/u, '三十');
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(spelled);
  if (tens !== null) {
    const [, ten = '', one = ''] = tens;
    return (DIGITS.get(ten) ?? 1) * 10 + (DIGITS.get(one) ?? 0);
  }
  return DIGITS.get(spelled) ?? null;
}

/** A number in digits or Chinese numerals, after full-width and circled forms are made plain. */
export function plainNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/u.test(plain) ? Number(plain) : chineseNumber(plain);
}

/** A year's digits read one by one, such as 二〇二一; circles of all kinds stand for zero. */
export function chineseYear(text: string): number | null {
  const digits = [...text.replace(/[〇○◯OＯoｏ0]/gu, '零')].map((digit) => DIGITS.get(digit));
  return digits.length === 4 && !digits.includes(undefined) ? Number(digits.join('')) : null;
}
