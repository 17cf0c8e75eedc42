/** The items of the largest size, all of them on a tie; none where every size is 0. */
export function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): readonly Item[] {
  const most = Math.max(0, ...items.map(sizeOf));
  return most === 0 ? [] : items.filter((item) => sizeOf(item) === most);
}
