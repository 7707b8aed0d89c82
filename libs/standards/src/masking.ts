const COMPOUND_SURNAMES =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五'.split(
    ' ',
  );

/**
 * An id number for display. DEFAULT keeps the first six and the last four characters and hides the birth date; STRICT, for
 * logs, lists and other departments, keeps the first and the last. Shorter texts are hidden whole. Source: standards §1.
 */
export function maskId(number: string, view: 'DEFAULT' | 'STRICT' = 'DEFAULT'): string {
  const [head, tail] = view === 'DEFAULT' ? [6, 4] : [1, 1];
  return maskBetween(number, head, tail);
}

/** Keeps the surname: 张*, 欧阳**. A name without Chinese surname keeps its first character. Source: standards §1. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const isCompound = characters.length > 2 && COMPOUND_SURNAMES.includes(characters.slice(0, 2).join(''));
  const kept = characters.length > 1 ? (isCompound ? 2 : 1) : 0;
  return characters.slice(0, kept).join('') + '*'.repeat(characters.length - kept);
}

/** 13812340000 becomes 138****0000; a shorter number keeps at most its last four. Source: standards §1. */
export function maskPhone(phone: string): string {
  return phone.length >= 11 ? maskBetween(phone, 3, 4) : maskBetween(phone, 0, 4);
}

function maskBetween(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  // Hiding fewer characters than are shown would give the text away.
  if (hidden < Math.max(head, tail)) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail);
}
