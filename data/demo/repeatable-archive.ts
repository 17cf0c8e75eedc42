import JSZip from 'jszip';

/** The day after the due date of the notice; any fixed instant would do. */
const PACKED_AT = new Date('2021-04-27T00:00:00Z');

/**
 * Packs an Office file anew so that equal content gives equal bytes: the libraries that write them stamp the current
 * time on every entry and into the document's properties.
 */
export async function repeatableArchive(bytes: Uint8Array): Promise<Uint8Array> {
  const stamped = await JSZip.loadAsync(bytes);
  const packed = new JSZip();
  for (const name of Object.keys(stamped.files).sort()) {
    const entry = stamped.files[name];
    if (entry === undefined || entry.dir) continue;
    const content =
      name === 'docProps/core.xml'
        ? withFixedDates(await entry.async('string'))
        : await entry.async('uint8array');
    packed.file(name, content, { date: PACKED_AT, createFolders: false });
  }
  return packed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
    platform: 'DOS',
  });
}

function withFixedDates(properties: string): string {
  return properties.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
    `$1${PACKED_AT.toISOString().replace('.000', '')}`,
  );
}
