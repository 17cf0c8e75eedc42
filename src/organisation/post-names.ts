/** Endings by which a part of a title is recognised as a post of its own. */
const POST_ENDING = /(岗|岗位|员|长|任|职)$/u;

/**
 * One form may cover two posts of one person (兼岗), written 财务管理岗、政府采购岗. It is split only where every
 * part is a post's name by itself: 办文、办会岗 is one post.
 */
export function postNames(written: string): readonly string[] {
  const parts = written.split(/[、/／;；,，+]|兼任?(?!职)/u).map((part) => part.trim());
  const areAllPosts = parts.length > 1 && parts.every((part) => POST_ENDING.test(part));
  return areAllPosts ? parts : [written.trim()];
}
