import { MalformedXml } from './malformed-xml.ts';

const REFERENCE = /&(?:#x([\dA-Fa-f]{1,6})|#(\d{1,7})|(\w+));|&/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * A text without its references.
 * @throws {MalformedXml} when one means nothing
 */
export function unescaped(written: string): string {
  if (!written.includes('&')) return written;
  return written.replace(REFERENCE, (_, hexadecimal?: string, decimal?: string, name?: string) => {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    const meant = name === undefined ? characterOf(code) : ENTITIES.get(name);
    if (meant === undefined) throw new MalformedXml();
    return meant;
  });
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
