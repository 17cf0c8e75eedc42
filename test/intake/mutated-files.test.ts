import { expect } from 'chai';
import fc from 'fast-check';
import { openZip } from '../../src/intake/formats/zip-reader.ts';
import { noticeScales } from '../../src/intake/notice-scales-service.ts';
import { ParsingWorker } from '../../src/intake/parsing-worker-service.ts';
import { sampleBytes } from '../support/reading.ts';
import { zipFile } from '../support/zip-file.ts';

const SCALES = noticeScales();
const SAMPLES = [
  'annex1-finance.docx',
  'annex2-office.xlsx',
  'annex2-office.xls',
  'annex1-approvals.doc',
  'register-utf8.csv',
  'register-gb18030.csv',
];

/** Bytes changed, a piece cut out, a piece said twice. */
const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom('change', 'cut', 'double'),
    place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 1, max: 600 }),
    byte: fc.integer({ min: 0, max: 255 }),
  }),
  { minLength: 1, maxLength: 8 },
);

type Mutation = typeof mutations extends fc.Arbitrary<(infer One)[]> ? One : never;

function mutated(bytes: Buffer, { kind, place, length, byte }: Mutation): Buffer {
  const at = Math.floor(place * bytes.length);
  const [before, piece, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, at + length),
    bytes.subarray(at + length),
  ];
  switch (kind) {
    case 'change':
      return Buffer.concat([before, Buffer.from([byte]), bytes.subarray(at + 1)]);
    case 'cut':
      return Buffer.concat([before, after]);
    case 'double':
      return Buffer.concat([before, piece, piece, after]);
  }
}

describe('a file that was damaged on its way', function () {
  this.timeout(120_000);
  const worker = new ParsingWorker({ memoryMegabytes: 512, seconds: 10 });

  after(async () => worker.close());

  for (const sample of SAMPLES) {
    it(`is read or refused, but never breaks the reader: ${sample}`, async () => {
      const bytes = sampleBytes(sample);
      await fc.assert(
        fc.asyncProperty(mutations, async (steps) => {
          const damaged = steps.reduce(mutated, bytes);
          const { forms, findings } = await worker.read(damaged, sample, SCALES);
          expect(forms.length + findings.length).to.be.above(0);
        }),
        { numRuns: 150 },
      );
    });
  }

  for (const [sample, part] of [
    ['annex1-finance.docx', 'word/document.xml'],
    ['annex2-office.xlsx', 'xl/worksheets/sheet1.xml'],
    ['annex2-office.xlsx', 'xl/sharedStrings.xml'],
  ] as const) {
    it(`is read or refused when its wrapping is sound: ${part}`, async () => {
      const zip = openZip(sampleBytes(sample));
      const parts = zip.names.map((name) => ({ name, content: zip.read(name) ?? '' }));
      await fc.assert(
        fc.asyncProperty(mutations, async (steps) => {
          const damaged = parts.map(({ name, content }) => {
            return { name, content: name === part ? steps.reduce(mutated, Buffer.from(content)) : content };
          });
          const { forms, findings } = await worker.read(zipFile(damaged), sample, SCALES);
          expect(forms.length + findings.length).to.be.above(0);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('is refused when it is nothing but noise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 0, maxLength: 2000 }), async (noise) => {
        const { forms, findings } = await worker.read(Buffer.from(noise), 'noise', SCALES);
        expect([forms.length, findings[0]?.severity]).to.deep.equal([0, 'error']);
      }),
    );
  });
});
